import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { classListFrom, keptClassList } from '../understanding/classify/class-list.ts';
import { trainClasses, type LabelledUtterance } from '../understanding/classify/training/train-classes.ts';
import { trainHeads, type LabelledLetter } from '../understanding/classify/training/train-heads.ts';
import { trainRegister } from '../understanding/classify/training/train-register.ts';
import { jsonLines } from './json-lines.ts';
import { voicesToLearnFrom } from './marked-voices.ts';

const Letter = z.object({
  id: z.coerce.string(),
  group: z.string().optional(),
  title: z.string().nullish(),
  detail: z.string(),
  label: z.string().optional(),
});
const Utterance = z.object({ id: z.string(), text: z.string(), class: z.string().nullish() });

const USAGE = `npm run train -- [--letters FILE]… [--utterances FILE]… [--voices] [--unmarked FILE]… [--hidden WORD]… [--out FOLDER]
npm run train -- --classes

--letters     JSON lines {id, group?, title?, detail, label}: label is a head of the petition tree; makes heads.bin
--utterances  JSON lines {id, text, class}: class is an id of districts/classes.yaml; makes classes.bin,
              and with --letters register.bin
--voices      adds the marked utterances of other hands in test/understanding that may be learnt from (voices.md there)
--unmarked    JSON lines {id, title?, detail}: teaches which words go together; for heads.bin
--hidden      a word that stands for a hidden name and must not be learnt
--out         where the files go; understanding/weights when not given
--classes     copies districts/classes.yaml to understanding/weights/classes.json, from where it is read sooner`;

const CLASSES = 'districts/classes.yaml';

const { values } = parseArgs({
  options: {
    letters: { type: 'string', multiple: true, default: [] },
    utterances: { type: 'string', multiple: true, default: [] },
    voices: { type: 'boolean', default: false },
    unmarked: { type: 'string', multiple: true, default: [] },
    hidden: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'understanding/weights' },
    classes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || (!values.classes && values.letters.length + values.utterances.length === 0)) console.log(USAGE);
if (values.classes) writeClassList();
if (values.letters.length > 0) writeHeads();
if (values.utterances.length > 0) writeClasses();
if (values.letters.length > 0 && values.utterances.length > 0) writeRegister();

function letters(): LabelledLetter[] {
  return values.letters.flatMap((file) => jsonLines(file, Letter)).flatMap(({ id, group, title, detail, label }) =>
    label === undefined ? [] : [{ group: group ?? id, title: title ?? undefined, text: detail, head: label }],
  );
}

function utterances(): LabelledUtterance[] {
  return [...values.utterances.flatMap((file) => jsonLines(file, Utterance)), ...(values.voices ? voicesToLearnFrom() : [])].flatMap(({ id, text, class: category }) =>
    category === null || category === undefined ? [] : [{ id, text, category }],
  );
}

function writeRegister(): void {
  write('register.bin', trainRegister(letters(), utterances(), values.hidden));
}

function writeHeads(): void {
  const unmarked = values.unmarked.flatMap((file) => jsonLines(file, Letter)).map(({ detail }) => detail);
  write('heads.bin', trainHeads(letters(), { hidden: values.hidden, unmarked }));
}

function writeClasses(): void {
  const classes = classListFrom(parse(readFileSync(CLASSES, 'utf8'))).map(({ id }) => id);
  write('classes.bin', trainClasses(classes, utterances()));
}

function writeClassList(): void {
  const list = readFileSync(CLASSES, 'utf8');
  writeFileSync('understanding/weights/classes.json', keptClassList(list, parse(list)));
}

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(`${values.out}/${name}`, bytes);
  console.log(`${values.out}/${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}
