import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Every folder with an index.html is a page, so a new page joins the build by being there. */
function pagesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/index.html`));
  return Object.fromEntries(names.map((name) => [name, `${folder}/${name}/index.html`]));
}

export default defineConfig({
  root,
  base: '/',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The charts, which are fetched only where one is shown.
    chunkSizeWarningLimit: 700,
    target: ['chrome105', 'safari16', 'firefox110'],
    rolldownOptions: { input: pagesIn(root) },
  },
});
