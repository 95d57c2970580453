import { toFile } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Medium, PutIntoWords, Senses } from '../handlers/intake/senses.ts';
import { picturePrompt } from '../locales/lexicon/prompts.ts';
import type { Config } from './config.ts';
import { called, clientFor, createGuard, type CallSettings } from './language-model-calls.ts';

const HEARD_WITHIN_MS = 10_000;
const SEEN_WITHIN_MS = 6000;
const LONGEST_HEARD = 2000;
const LONGEST_SEEN = 60;
const LARGEST_SEEN = 4 * 1024 * 1024;

type SensesConfig = Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_MODEL' | 'OPENAI_TRANSCRIPTION_MODEL' | 'OPENAI_PICTURES'>;

/** How a voice or a picture is put into words. */
export interface SensesSettings extends CallSettings {
  /** Milliseconds in all. */
  readonly withinMs?: number | undefined;
}

/** Hears and sees only what the settings ask for: neither can be masked before it leaves. */
export function sensesFor(config: SensesConfig, parts: Pick<SensesSettings, 'now' | 'meter' | 'log'>): Senses {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_TRANSCRIPTION_MODEL: hears } = config;
  if (apiKey === undefined) return {};
  return {
    transcribe: hears === undefined ? undefined : createTranscribe({ ...parts, apiKey, baseURL, model: hears }),
    describePicture: config.OPENAI_PICTURES === 'on' ? createDescribePicture({ ...parts, apiKey, baseURL, model: config.OPENAI_MODEL }) : undefined,
  };
}

const Heard = z.object({ text: z.string().trim().min(1) });

/** Has a voice written down; after three failures in a row it is left alone for a minute. */
export function createTranscribe(settings: SensesSettings): PutIntoWords {
  const client = clientFor(settings);
  return sensing(settings, HEARD_WITHIN_MS, async ({ bytes, type }, signal) => {
    const file = await toFile(bytes, `voice.${type.split('/')[1] ?? 'mp3'}`, { type });
    const answer: unknown = await client.audio.transcriptions.create({ file, model: settings.model, response_format: 'json' }, { signal });
    return Heard.safeParse(answer).data?.text.slice(0, LONGEST_HEARD);
  });
}

const Seen = z.object({ description: z.string() });
const Said = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })) });

/** Has a picture put into one line, as a draft that a person confirms. */
export function createDescribePicture(settings: SensesSettings): PutIntoWords {
  const client = clientFor(settings);
  const describe = sensing(settings, SEEN_WITHIN_MS, async ({ bytes, type }, signal) => {
    const url = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
    const answer: unknown = await client.chat.completions.create(
      { model: settings.model, messages: [{ role: 'system', content: picturePrompt() }, { role: 'user', content: [{ type: 'image_url', image_url: { url } }] }], response_format: zodResponseFormat(Seen, 'picture') },
      { signal },
    );
    return lineIn(Said.safeParse(answer).data?.choices[0]?.message.content ?? '');
  });
  return async (picture) => (picture.bytes.byteLength > LARGEST_SEEN ? undefined : describe(picture));
}

function lineIn(content: string): string | undefined {
  try {
    const line = Seen.parse(JSON.parse(content)).description.replace(/[\s\p{C}]+/gu, ' ').trim();
    return line === '' || Array.from(line).length > LONGEST_SEEN ? undefined : line;
  } catch {
    return undefined;
  }
}

type Sense = (medium: Medium, signal: AbortSignal) => Promise<string | undefined>;

function sensing({ withinMs, now, meter, log }: SensesSettings, usualMs: number, sense: Sense): PutIntoWords {
  const guard = createGuard({ now, withinMs: withinMs ?? usualMs });
  return async (medium) => {
    const sensed = await guard((signal) => called(meter, signal, async () => {
      const value = await sense(medium, signal);
      return { ended: value === undefined ? { kind: 'unusable', content: '' } : { kind: 'answered', value } };
    }));
    if (sensed === undefined || sensed.kind === 'answered') return sensed?.value;
    log.warn({ kind: sensed.kind, status: sensed.status, type: medium.type }, 'A voice or picture was not put into words');
    return undefined;
  };
}
