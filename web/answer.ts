import type { Request, Response } from 'express';
import { textKey } from './http-text.ts';
import type { Outcome } from './outcome.ts';
import { refusalProblem, type Problem } from './problem.ts';

/** What a route answers. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> | undefined }
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'written'; readonly write: (req: Request, res: Response) => void };

/** A JSON answer. */
export function json(body: object, status = 200): Extract<Answer, { kind: 'json' }> {
  return { kind: 'json', status, body };
}

/** A problem as an answer. */
export function failed(problem: Problem): Answer {
  return { kind: 'problem', problem };
}

/** The value as JSON, or the refusal as a problem. */
export async function outcome<T extends object>(result: Outcome<T>, accepted: (value: T) => Answer | Promise<Answer> = (value) => json(value)): Promise<Answer> {
  return result.ok ? accepted(result.value) : failed(refusalProblem(result.refusal, result.params, (name) => textKey(`http.refusal.${name}`)));
}
