import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { draftFrom, draftSchema } from '../handlers/intake/draft.ts';
import type { AskModel, Draft, DraftSchema } from '../handlers/intake/draft.ts';
import { draftPrompt, REPAIR_PROMPT } from '../locales/lexicon/prompts.ts';
import type { PromptClass } from '../locales/lexicon/prompts.ts';
import type { Config } from './config.ts';
import { called, clientFor, createGuard, type CallSettings, type Ended, type ReadAnswer } from './language-model-calls.ts';

/** For everything, the repair try included: as long as a resident will wait. */
const ANSWER_WITHIN_MS = 6000;
const LONGEST_REPAIRED = 4000;

type ModelConfig = Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_MODEL' | 'UNDERSTANDING_MODEL_USE'>;

/** How a language model is reached, and what it may answer. */
export interface LanguageModelSettings extends CallSettings {
  readonly classes: readonly PromptClass[];
  /** Milliseconds in all; 6,000 when not given. */
  readonly answerWithinMs?: number | undefined;
}

/** The model that the settings name; undefined where there is no key, or none is wanted. */
export function askModelFor(config: ModelConfig, parts: Pick<LanguageModelSettings, 'classes' | 'now' | 'meter' | 'log'>): AskModel | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = config;
  if (apiKey === undefined || config.UNDERSTANDING_MODEL_USE === 'off') return undefined;
  return createAskModel({ ...parts, apiKey, baseURL, model });
}

/** Asks a language model for a draft, twice at most and within the time it has; after three failures in a row it is left alone for a minute. */
export function createAskModel(settings: LanguageModelSettings): AskModel {
  const { model, classes, answerWithinMs: withinMs = ANSWER_WITHIN_MS, now, meter, log } = settings;
  const schema = draftSchema(classes.map(({ id }) => id));
  const asking: Asking = { client: clientFor(settings), schema, model, prompt: draftPrompt(classes), meter, formats: [zodResponseFormat(schema, 'draft'), { type: 'json_object' }] };
  const guard = createGuard({ now, withinMs });

  return async (masked) => {
    const asked = await guard((signal) => twiceAtMost(asking, masked, signal));
    if (asked === undefined || asked.kind === 'answered') return asked?.value;
    if (asked.kind !== 'refused') log.warn({ kind: asked.kind, status: asked.status }, 'The language model gave no usable answer');
    return undefined;
  };
}

type Format = NonNullable<ChatCompletionCreateParamsNonStreaming['response_format']>;

interface Asking {
  readonly client: OpenAI;
  readonly schema: DraftSchema;
  readonly model: string;
  readonly prompt: string;
  readonly meter: CallSettings['meter'];
  /** The first is used; it is dropped once a server that refused it has answered to the next. */
  readonly formats: Format[];
}

type Asked = Ended<Draft>;

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
  if (asked.kind === 'answered') asking.formats.shift();
  return asked;
}

function once({ client, model, schema, meter, formats: [format] }: Asking, messages: ChatCompletionMessageParam[], signal: AbortSignal): Promise<Asked> {
  return called(meter, signal, async () => {
    const answer: unknown = await client.chat.completions.create({ model, messages, ...(format && { response_format: format }) }, { signal });
    return readAnswer(schema, answer);
  });
}

const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }) })),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(undefined),
});

function readAnswer(schema: DraftSchema, answer: unknown): ReadAnswer<Draft> {
  const parsed = Answer.safeParse(answer);
  const message = parsed.data?.choices[0]?.message;
  const content = message?.content ?? '';
  const value = draftFrom(schema, content);
  const tokens = { tokensIn: parsed.data?.usage?.prompt_tokens, tokensOut: parsed.data?.usage?.completion_tokens };
  if (value !== undefined) return { ended: { kind: 'answered', value }, ...tokens };
  const refused = typeof message?.refusal === 'string' && message.refusal !== '';
  return { ended: refused ? { kind: 'refused' } : { kind: 'unusable', content }, ...tokens };
}
