import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where the project lies. */
export const ROOT = join(import.meta.dirname, '../../..');

/** A string literal, or the fixed text between the holes of a template, and where it stands. */
export interface Literal {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** The files of these folders whose path matches, as paths from the root, in order. */
export function filesIn(folders: readonly string[], matching: RegExp): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => matching.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
    .sort();
}

/** The program's TypeScript files in these folders, without the pages and bare declarations. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  return filesIn(folders, /\.ts$/).filter((file) => !file.endsWith('.d.ts') && !file.startsWith('web/pages/'));
}

/** Every literal of a file, import paths left out. */
export function literalsIn(file: string): readonly Literal[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      found.push({ text: node.text, file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
