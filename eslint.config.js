import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

const CJK = '/[\\u3400-\\u9fff\\u3001-\\u303f\\uff01-\\uff5e]/';
const FULL_WIDTH = '/[\\u3001-\\u303f\\uff01-\\uff5e]/';

export default tseslint.config(
  { ignores: ['node_modules', 'web/dist', 'data', 'coverage', '.cache'] },
  {
    files: ['**/*.ts'],
    ignores: ['web/pages/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=${CJK}]`, message: 'Sentences and chat words live in locales/.' },
        { selector: `TemplateElement[value.raw=${CJK}]`, message: 'Sentences and chat words live in locales/.' },
        { selector: `Literal[regex.pattern=${FULL_WIDTH}]`, message: 'Write full-width signs by their codes.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from the clock.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes from the clock.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['locales/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['web/pages/**/*.ts', 'web/pages/**/*.vue'],
    extends: [tseslint.configs.recommended, vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'vue/max-attributes-per-line': 'off', 'vue/singleline-html-element-content-newline': 'off', 'vue/multi-word-component-names': 'off', 'vue/html-self-closing': 'off' },
  },
);
