import { z } from 'zod';

const Problem = z.object({ detail: z.string(), errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]) });

/** What a program that runs found wrong with what was sent: a sentence, and the faults of single items, each with its index. */
export interface FailedAnswer {
  readonly detail: string;
  readonly items: readonly { readonly index: number; readonly message: string }[];
}

/** Reads an answer that is no success; when it says nothing, its status is the sentence. */
export async function failedAnswer(answer: Response): Promise<FailedAnswer> {
  const { detail, errors } = Problem.catch({ detail: String(answer.status), errors: [] }).parse(await answer.json().catch(() => ({})));
  const items = errors.flatMap(({ path, message }) => {
    const [, index] = /items\W(\d+)/.exec(path) ?? [];
    return index === undefined ? [] : [{ index: Number(index), message }];
  });
  return { detail, items };
}
