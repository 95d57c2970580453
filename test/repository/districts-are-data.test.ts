import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { districtFile, districtNames, readMechanism } from '../../bot/district/district-files.ts';
import { Settings } from '../../bot/settings.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { filesIn, literalsIn, ROOT, sourceFiles } from './support/sources.ts';

const Rows = z.array(z.record(z.string(), z.string()));

/** Ids that are also words of the program itself, where they mean something that every district has. */
const OWN_WORDS: readonly { readonly word: string; readonly means: string; readonly in: RegExp }[] = [
  { word: 'urgent', means: 'how soon a matter must be looked at', in: /./ },
  { word: 'community', means: 'the unit that a grid belongs to: a field of the directory, and of a place found in words', in: /^(bot\/district\/directory-rows|domain\/(directory|named-places)|understanding)/ },
  { word: 'office', means: 'the ways of whoever was given a matter, in a text key', in: /^handlers\/letters\/letters\.ts/ },
  { word: 'enterprise', means: 'the part a person plays, and the port through which such people are heard', in: /./ },
  { word: mechanismByDefault(), means: 'the setting that is used when none is given', in: /^bot\/settings\.ts/ },
];

function mechanisms(): Mechanism[] {
  return districtNames().map((name) => readMechanism(districtFile(`${name}.yaml`)));
}

function directoryIds(): string[] {
  return filesIn(['districts'], /\.csv$/).flatMap((file) =>
    Rows.parse(parseCsv(readFileSync(join(ROOT, file), 'utf8'), { columns: true, bom: true })).flatMap((row) => row['编号'] ?? []),
  );
}

function ids(): ReadonlySet<string> {
  const named = mechanisms().flatMap(({ id, tiers, kinds, chains, unitClasses, stages }) => [id, ...[tiers, kinds, chains, unitClasses, stages].flatMap((list) => list.map((one) => one.id))]);
  return new Set([...named, ...directoryIds()]);
}

function mechanismByDefault(): string {
  return Settings.parse({}).DISTRICT;
}

describe('the code', () => {
  it('names no district, tier, kind, chain, unit class, stage or unit', () => {
    const known = ids();
    expect(known.size).to.be.greaterThan(100);
    const named = sourceFiles('bot', 'domain', 'handlers', 'jobs', 'models', 'understanding', 'web')
      .flatMap(literalsIn)
      .filter(({ text, file }) => known.has(text) && !OWN_WORDS.some((own) => own.word === text && own.in.test(file)));
    expect(named.map(({ file, line, text }) => `${file}:${line} ${text}`)).to.deep.equal([]);
  });
});
