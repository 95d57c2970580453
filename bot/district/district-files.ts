import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { createSpeak } from '../../locales/speak.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { checkDistrict } from './district-check.ts';
import { districtFaultInWords } from './district-faults.ts';

const ROOT = join(import.meta.dirname, '..', '..', 'districts');

/** Where the district's files lie. */
export function districtFile(name: string): string {
  return join(ROOT, name);
}

const FILE = /\.ya?ml$/;
const HasId = z.object({ id: z.string() });

/** The districts that there are: each is a file that says its own name as its id. */
export function districtNames(folder = ROOT): readonly string[] {
  const names = readdirSync(folder).filter((file) => FILE.test(file)).map((file) => basename(file).replace(FILE, ''));
  return names.filter((name) => idIn(join(folder, `${name}.yaml`)) === name).sort();
}

function idIn(file: string): string | undefined {
  const written: unknown = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '').toJS();
  return HasId.safeParse(written).data?.id;
}

/** The file of a district said by its name, or by the way to a file. Throws WrongDistrict that lists what there is. */
export function districtFileNamed(said: string, { speak, language }: DistrictWords): string {
  if (FILE.test(said) && existsSync(said)) return resolve(said);
  const names = districtNames();
  if (names.includes(said)) return districtFile(`${said}.yaml`);
  throw new WrongDistrict(said, [speak(language, FILE.test(said) ? 'district.no-file' : 'district.no-such', { names, name: said })]);
}

/** A district's file that cannot be worked with; the message says all that is wrong with it. */
export class WrongDistrict extends Error {
  readonly code = 'wrong-district';
  constructor(file: string, complaints: readonly string[]) {
    super(`${file}:\n  ${complaints.join('\n  ')}`);
    this.name = 'WrongDistrict';
  }
}

/** The mechanism in a district's file. Throws WrongDistrict with every fault at once, in the language given. */
export function readMechanism(file: string, { speak, language }: DistrictWords = { speak: createSpeak(), language: 'zh-CN' }): Mechanism {
  const checked = checkDistrict(file);
  if (checked.ok) return checked.mechanism;
  throw new WrongDistrict(file, checked.faults.map((fault) => districtFaultInWords(speak, language, fault)));
}

/** In which words a file's faults are told. */
export interface DistrictWords {
  readonly speak: Speak;
  readonly language: Language;
}

const Classes = z.object({ classes: z.array(z.object({ id: z.string(), 'zh-CN': z.string(), en: z.string(), place: z.literal('home').optional() })) });

/** The names of the residents' classes. */
export interface ClassNames {
  /** Each with all its names. */
  readonly listed: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly name: (id: string, language: Language) => string;
  /** The class meant by an id or a name in any language. */
  readonly named: (words: string) => string | undefined;
  /** Whether such a matter is about a person and has no place of its own. */
  readonly isPlaceless: (id: string) => boolean;
}

/** Reads the list of classes. */
export function readClassNames(file = districtFile('classes.yaml')): ClassNames {
  const { classes } = Classes.parse(parse(readFileSync(file, 'utf8')));
  const byId = new Map(classes.map((one) => [one.id, one]));
  return {
    listed: classes.map((one) => ({ id: one.id, names: [one['zh-CN'], one.en] })),
    name: (id, language) => byId.get(id)?.[language] ?? id,
    isPlaceless: (id) => byId.get(id)?.place === 'home',
    named: (words) => {
      const said = words.trim().toLowerCase();
      return classes.find((one) => [one.id, one['zh-CN'], one.en.toLowerCase()].includes(said))?.id;
    },
  };
}
