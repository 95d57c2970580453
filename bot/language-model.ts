import OpenAI, { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { createCircuit } from '../handlers/circuit.ts';
import { draftFrom, draftSchema } from '../handlers/draft.ts';
import type { AskModel, Draft, DraftSchema } from '../handlers/draft.ts';
import type { Meter, ModelCall } from '../handlers/meter.ts';
import type { Now } from '../handlers/ports.ts';
import { draftPrompt, REPAIR_PROMPT } from '../locales/lexicon/prompts.ts';
import type { PromptClass } from '../locales/lexicon/prompts.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

const OPENAI = 'https://api.openai.com/v1';
/** For everything, the repair try included: as long as a resident will wait. */
const ANSWER_WITHIN_MS = 6000;
const FAILURES = 3;
const REST_MS = 60_000;
const LONGEST_REPAIRED = 4000;

type ModelConfig = Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_MODEL' | 'UNDERSTANDING_MODEL_USE'>;

/** How a language model is reached, and what it may answer. */
export interface LanguageModelSettings {
  readonly apiKey: string;
  /** Of any server that speaks the same protocol. */
  readonly baseURL?: string | undefined;
  readonly model: string;
  readonly classes: readonly PromptClass[];
  /** Milliseconds in all; 6,000 when not given. */
  readonly answerWithinMs?: number | undefined;
  readonly now: Now;
  readonly meter: Pick<Meter, 'modelCalled'>;
  readonly log: Pick<Log, 'warn'>;
}

/** The model that the settings name; undefined where there is no key, or none is wanted. */
export function askModelFor(config: ModelConfig, parts: Pick<LanguageModelSettings, 'classes' | 'now' | 'meter' | 'log'>): AskModel | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (apiKey === undefined || config.UNDERSTANDING_MODEL_USE === 'off') return undefined;
  return createAskModel({ ...parts, apiKey, baseURL, model });
}

/** Asks a language model for a draft, twice at most and within the time it has; after three failures in a row it is left alone for a minute. */
export function createAskModel({ apiKey, baseURL = OPENAI, model, classes, answerWithinMs = ANSWER_WITHIN_MS, now, meter, log }: LanguageModelSettings): AskModel {
  const client = new OpenAI({ apiKey, baseURL, organization: null, project: null, maxRetries: 0, timeout: answerWithinMs, logLevel: 'off' });
  const schema = draftSchema(classes.map(({ id }) => id));
  const asking: Asking = { client, schema, model, prompt: draftPrompt(classes), meter, formats: [zodResponseFormat(schema, 'draft'), { type: 'json_object' }] };
  const circuit = createCircuit({ failures: FAILURES, restMs: REST_MS, now });

  return async (masked) => {
    if (!circuit.mayTry()) return undefined;
    const signal = AbortSignal.timeout(answerWithinMs);
    const asked = await Promise.race([twiceAtMost(asking, masked, signal), timeUp(signal)]);
    if (asked.kind === 'drafted' || asked.kind === 'refused') circuit.succeeded();
    else {
      circuit.failed();
      log.warn({ kind: asked.kind, status: asked.status }, 'The language model gave no usable answer');
    }
    return asked.kind === 'drafted' ? asked.draft : undefined;
  };
}

type Format = NonNullable<ChatCompletionCreateParamsNonStreaming['response_format']>;

interface Asking {
  readonly client: OpenAI;
  readonly schema: DraftSchema;
  readonly model: string;
  readonly prompt: string;
  readonly meter: Pick<Meter, 'modelCalled'>;
  /** The first is used; it is dropped once a server that refused it has answered to the next. */
  readonly formats: Format[];
}

type Asked =
  | { readonly kind: 'drafted'; readonly draft: Draft; readonly status?: undefined }
  /** Worth another try, with what was wrong. */
  | { readonly kind: 'unusable'; readonly content: string; readonly status?: undefined }
  | { readonly kind: 'refused' | 'timed-out'; readonly status?: undefined }
  | { readonly kind: 'format-unknown' | 'failed'; readonly status: number | undefined };

function timeUp(signal: AbortSignal): Promise<Asked> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'timed-out' }), { once: true }));
}

async function twiceAtMost(asking: Asking, masked: string, signal: AbortSignal): Promise<Asked> {
  const question: ChatCompletionMessageParam[] = [
    { role: 'system', content: asking.prompt },
    { role: 'user', content: JSON.stringify({ said: masked }) },
  ];
  const first = await once(asking, question, signal);
  if (first.kind === 'format-unknown') return inPlainerTerms(asking, question, signal);
  if (first.kind !== 'unusable') return first;
  const wrong: ChatCompletionMessageParam = { role: 'assistant', content: first.content.slice(0, LONGEST_REPAIRED) || '{}' };
  return once(asking, [...question, wrong, { role: 'user', content: REPAIR_PROMPT }], signal);
}

async function inPlainerTerms(asking: Asking, question: ChatCompletionMessageParam[], signal: AbortSignal): Promise<Asked> {
  const plainer = asking.formats.slice(1);
  if (plainer.length === 0) return { kind: 'failed', status: undefined };
  const asked = await once({ ...asking, formats: plainer }, question, signal);
  if (asked.kind === 'drafted') asking.formats.shift();
  return asked;
}

async function once({ client, model, schema, meter, formats: [format] }: Asking, messages: ChatCompletionMessageParam[], signal: AbortSignal): Promise<Asked> {
  const started = performance.now();
  const called = (call: Omit<ModelCall, 'seconds'>) => meter.modelCalled({ ...call, seconds: (performance.now() - started) / 1000 });
  try {
    const answer: unknown = await client.chat.completions.create({ model, messages, ...(format && { response_format: format }) }, { signal });
    const { asked, tokensIn, tokensOut } = readAnswer(schema, answer);
    called({ outcome: asked.kind === 'drafted' ? 'answered' : 'unusable', tokensIn, tokensOut });
    return asked;
  } catch (error) {
    const timedOut = signal.aborted;
    called({ outcome: timedOut ? 'timed-out' : 'failed' });
    return timedOut ? { kind: 'timed-out' } : failureOf(error);
  }
}

const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) })),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(undefined),
});

function readAnswer(schema: DraftSchema, answer: unknown): { asked: Asked } & Pick<ModelCall, 'tokensIn' | 'tokensOut'> {
  const parsed = Answer.safeParse(answer);
  const message = parsed.data?.choices[0]?.message;
  const content = message?.content ?? '';
  const draft = draftFrom(schema, content);
  const tokens = { tokensIn: parsed.data?.usage?.prompt_tokens, tokensOut: parsed.data?.usage?.completion_tokens };
  if (draft !== undefined) return { asked: { kind: 'drafted', draft }, ...tokens };
  const refused = typeof message?.refusal === 'string' && message.refusal !== '';
  return { asked: refused ? { kind: 'refused' } : { kind: 'unusable', content }, ...tokens };
}

/** What the server says of it stays unread: it may repeat what it was sent. */
function failureOf(error: unknown): Asked {
  const status = error instanceof APIError ? Number(error.status) || undefined : undefined;
  return { kind: status === 400 || status === 422 ? 'format-unknown' : 'failed', status };
}
