import { BOT } from '../../bot/sandbox/world.ts';
import { createSpeak } from '../../locales/speak.ts';
import { LANGUAGES } from '../../locales/text.ts';
import { Problem, sandboxHttp, type SandboxHttp } from '../sandbox-http.ts';

/** What became of a text. */
export const OUTCOMES = ['registered', 'asked', 'refused', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A text, what became of it, and what was said to it. */
export interface Replayed {
  readonly text: string;
  readonly outcome: Outcome;
  readonly answer: string;
}

/** All texts with what became of them, and how long they took. */
export interface Replay {
  readonly items: readonly Replayed[];
  readonly seconds: number;
}

const BATCH = 100;
const LANES = 8;

/** Sends each text as a fresh resident's message the whole way through a running program's sandbox. `told` hears how many are done. */
export async function replayTexts(url: string, texts: readonly string[], told: (done: number) => void = () => undefined): Promise<Replay> {
  const http = sandboxHttp(url);
  const items: Replayed[] = [];
  let seconds = 0;
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    const people = await inLanes(batch, () => http.addPerson('R'));
    const began = performance.now();
    const sent = await inLanes(batch, (text, nth) => wasTaken(http, people[nth]?.id ?? '', text));
    await http.settle();
    seconds += (performance.now() - began) / 1000;
    items.push(...(await inLanes(batch, (text, nth) => (sent[nth] === true ? outcomeOf(http, people[nth]?.id ?? '', text) : failed(text)))));
    told(items.length);
  }
  return { items, seconds };
}

async function wasTaken(http: SandboxHttp, from: string, text: string): Promise<boolean> {
  try {
    await http.post({ from, text });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

function failed(text: string): Promise<Replayed> {
  return Promise.resolve({ text, outcome: 'failed', answer: '' });
}

const speak = createSpeak();
const NOTICES = new Set(LANGUAGES.map((language) => speak(language, 'chat.privacy-notice')));

/** A demand's number is the first in its card; nothing said but the privacy notice means that nothing was understood at all. */
async function outcomeOf(http: SandboxHttp, person: string, text: string): Promise<Replayed> {
  const heard = (await http.messages({ person })).filter(({ from, text: said }) => from === BOT && !NOTICES.has(said)).map(({ text: said }) => said);
  const answer = heard.join('\n');
  if (heard.length === 0) return { text, outcome: 'failed', answer };
  const statuses = await Promise.all(heard.map((said) => statusIn(http, said)));
  if (statuses.includes('incomplete')) return { text, outcome: 'asked', answer };
  return { text, outcome: statuses.some((status) => status !== undefined) ? 'registered' : 'refused', answer };
}

async function statusIn(http: SandboxHttp, said: string): Promise<string | undefined> {
  const no = /(?<!\d)\d{5,9}(?!\d)/.exec(said.split('\n')[0] ?? '')?.[0];
  if (no === undefined) return undefined;
  try {
    return (await http.demand(no)).status;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}

/** Does something for each of a list, a few at a time; gives the outcomes in order. */
export async function inLanes<T, R>(list: readonly T[], act: (one: T, nth: number) => Promise<R>, lanes = LANES): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let nth = next++; nth < list.length; nth = next++) {
      const one = list[nth];
      if (one !== undefined) done[nth] = await act(one, nth);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
