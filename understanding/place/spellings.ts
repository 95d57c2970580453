import { countingWords } from '../../locales/lexicon/number-words.ts';
import { droppedEnds, employersDwelling, endsSaidOtherwise, numberedSchool, numberedShort, phaseEnd } from '../../locales/lexicon/place-words.ts';
import { plainText } from '../plain-text.ts';
import type { PlaceName } from '../understanding.ts';

const SMALL = /[a-z]/;
const NUMBER = /[1-9一二三四五六七八九十]/;
const ENDS_WITH_NUMBER = new RegExp(`[\\d${countingWords.slice(1).join('')}]$`);
/** What a name must have to be said in another way: most have none of it, and a start is quicker for knowing. */
const SAID_OTHERWISE = new RegExp(`${NUMBER.source}|${phaseEnd.source}|(?:${[...droppedEnds, ...endsSaidOtherwise.map(([end]) => end)].join('|')})$`);
const DWELLING = /[院区楼舍寓村]$/;

/** Upper case and plain, so that b3栋 and Ｂ３栋 are the same. */
export function comparable(text: string): string {
  const plain = plainText(text);
  return SMALL.test(plain) ? plain.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : plain;
}

/** The names by which a place, or whatever else has several, is listed. */
export function listedNames({ name, otherNames }: Pick<PlaceName, 'name' | 'otherNames'>): readonly string[] {
  return [name, ...otherNames];
}

/** Every way in which a place of the directory is said, comparable. */
export function spellingsOf(place: PlaceName): string[] {
  const spellings: string[] = [];
  const names = listedNames(place);
  for (const name of names) noteSpellings(spellings, name);
  if (place.kind === 'compound') for (const name of names) noteSpelling(spellings, employerIn(name));
  return spellings;
}

/** Whether a place is listed by these words, and not only called so for short. */
export function isListedAs(place: PlaceName, said: string): boolean {
  return listedNames(place).some((name) => name === said || comparable(name) === said);
}

/** Whether the words name the employer whose people live in a compound: the works, or their dwellings. */
export function isEmployerOf(place: PlaceName, said: string): boolean {
  return place.kind === 'compound' && listedNames(place).some((name) => employerIn(name) === said);
}

function employerIn(name: string): string {
  return DWELLING.test(name) ? (employersDwelling.exec(comparable(name))?.[1] ?? '') : '';
}

function noteSpellings(spellings: string[], listed: string): void {
  const name = comparable(listed);
  noteSpelling(spellings, name);
  if (!SAID_OTHERWISE.test(name)) return;
  noteSpelling(spellings, withoutEnd(name));
  noteSpelling(spellings, withoutPhase(name));
  for (const [end, other] of endsSaidOtherwise) if (name.endsWith(end)) noteSpelling(spellings, name.slice(0, -end.length) + other);
  if (NUMBER.test(name)) for (const spelling of otherNumbers(name)) noteSpelling(spellings, spelling);
}

function noteSpelling(spellings: string[], spelling: string): void {
  if (spelling.length >= 2 && !spellings.includes(spelling)) spellings.push(spelling);
}

/** What ends with a number then would pass for a building of another place: 石榴园2 for the second grid of 石榴园. */
function withoutEnd(name: string): string {
  const end = droppedEnds.find((dropped) => name.endsWith(dropped));
  const rest = end === undefined ? name : name.slice(0, -end.length);
  return rest.length >= 3 && !ENDS_WITH_NUMBER.test(rest) ? rest : name;
}

function withoutPhase(name: string): string {
  const rest = name.replace(phaseEnd, '');
  return rest.length >= 3 ? rest : name;
}

function otherNumbers(name: string): string[] {
  const inFigures = name.replace(/[一二三四五六七八九](?=期|区|号|村|小|中|路|街|巷|道|弄|院|网)/g, (word) => String(countingWords.findIndex((one) => one === word)));
  const inWords = name.replace(/(?<!\d)[1-9](?!\d)/g, (figure) => countingWords[Number(figure)] ?? figure);
  const [, number = '', kind = ''] = numberedSchool.exec(name) ?? [];
  return [inFigures, inWords, number + (numberedShort[kind] ?? '')];
}
