import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { analyse } from 'scslre';
import ts from 'typescript';
import { filesIn, ROOT, sourceFiles } from './support/sources.ts';

interface Found {
  readonly where: string;
  readonly pattern: RegExp;
}

/** Patterns anywhere in what a file of words exports. */
function patternsOf(value: unknown, where: string, seen = new Set<unknown>()): Found[] {
  if (value instanceof RegExp) return [{ where, pattern: value }];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([name, one]) => patternsOf(one, `${where}.${name}`, seen));
}

/** Patterns written out in code. */
function patternsIn(file: string): Found[] {
  const found: Found[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ where: file, pattern: patternFrom(node.text) });
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

function patternFrom(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

function isExponential({ source, flags }: RegExp): boolean {
  return analyse({ source, flags }, { reportTypes: { Move: false } }).reports.some(({ exponential }) => exponential);
}

/** Whether twice as long a text may take four times as long, or worse. */
function isSquare({ source, flags }: RegExp): boolean {
  return analyse({ source, flags }).reports.length > 0;
}

const CODE = sourceFiles('bot', 'domain', 'handlers', 'models', 'understanding', 'web');
const named = ({ where, pattern }: Found) => `${where} ${pattern.source}`;

describe('a pattern', function () {
  this.timeout(300_000);

  it('is known for one that takes twice as long for each word more', () => {
    expect([/^(?:o+|ah)*no$/, /^(?:o|ah)*no$/].map(isExponential)).to.deep.equal([true, false]);
  });

  it('takes no such time, whatever somebody writes', async () => {
    const words = await Promise.all(filesIn(['locales/lexicon'], /\.ts$/).map(async (file) => patternsOf(await import(pathToFileURL(join(ROOT, file)).href), file)));
    const all = [...words.flat(), ...CODE.flatMap(patternsIn)];
    expect(all.length).to.be.greaterThan(700);
    expect(all.filter(({ pattern }) => isExponential(pattern)).map(named)).to.deep.equal([]);
  });

  it('written in code takes no longer for each sign the more of them there are', () => {
    expect([/[\s,.]+$/, /^[\s,.]+/].map(isSquare)).to.deep.equal([true, false]);
    expect(CODE.flatMap(patternsIn).filter(({ pattern }) => isSquare(pattern)).map(named)).to.deep.equal([]);
  });
});
