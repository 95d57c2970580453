import { failed, json, outcome, type Answer } from '../answer.ts';
import { asFile, FILE } from '../as-file.ts';
import { createAttemptLimit } from '../attempt-limit.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import { problem } from '../problem.ts';
import { CommandHeaders } from '../schemas/idempotency.ts';
import { AddBody, ByLink, ByLinkAndPicture, MatterView, RateBody } from '../schemas/matter.ts';
import { ProblemDocument } from '../schemas/problem.ts';

const MINUTE = 60_000;
const PICTURE_LIMIT = 8 * 1024 * 1024;
const WRONG_LINKS = { most: 20, withinMs: 15 * MINUTE };
const ADDED = { most: 20, withinMs: 60 * MINUTE };

/** A resident's own matter, by the link in their card: the link is all it takes, and it opens this one matter only. */
export function matterEndpoints({ matters }: Pick<WebDeps, 'matters'>): Endpoint[] {
  const clock = () => new Date(performance.timeOrigin + performance.now());
  const wrong = createAttemptLimit({ ...WRONG_LINKS, now: clock });
  const added = createAttemptLimit({ ...ADDED, now: clock });

  async function found<T>(call: Call, ask: () => Promise<T | undefined>, answer: (value: T) => Answer | Promise<Answer>): Promise<Answer> {
    if (wrong.wait(call.from) > 0) return failed(problem('no-such-link'));
    const value = await ask();
    if (value !== undefined) return answer(value);
    wrong.failed(call.from);
    return failed(problem('no-such-link'));
  }

  const change = (token: string, call: Call, act: () => Promise<Outcome<MatterView> | undefined>) => {
    if (call.foreign) return failed(problem('cross-site'));
    if (added.wait(token) > 0) return outcome({ ok: false, refusal: 'too-many-attempts', params: { minutes: Math.ceil(added.wait(token) / MINUTE) } });
    added.failed(token);
    return found(call, act, (done) => outcome(done));
  };

  const answers = { 200: MatterView, 404: ProblemDocument, 409: ProblemDocument, 422: ProblemDocument, 429: ProblemDocument };
  return [
    endpoint({ method: 'get', path: '/api/matter/:token', access: 'open', summary: 'http.api.matter', takes: { params: ByLink }, answers: { 200: MatterView, 404: ProblemDocument }, handle: ({ params: { token } }, call) => found(call, () => matters.get(token, call.language), (view) => json(view)) }),
    endpoint({ method: 'get', path: '/api/matter/:token/media/:media', access: 'open', summary: 'http.api.case-media', takes: { params: ByLinkAndPicture }, answers: { 200: FILE, 404: ProblemDocument }, handle: ({ params: { token, media } }, call) => found(call, () => matters.media(token, media), asFile) }),
    endpoint({ method: 'post', path: '/api/matter/:token/words', access: 'open', summary: 'http.api.matter-add', takes: { params: ByLink, body: AddBody, headers: CommandHeaders }, bodyLimit: PICTURE_LIMIT, answers, handle: ({ params: { token }, body, headers }, call) => change(token, call, () => matters.add(token, body, call.language, headers['idempotency-key'])) }),
    endpoint({ method: 'post', path: '/api/matter/:token/rating', access: 'open', summary: 'http.api.matter-rate', takes: { params: ByLink, body: RateBody, headers: CommandHeaders }, answers, handle: ({ params: { token }, body, headers }, call) => change(token, call, () => matters.rate(token, body, call.language, headers['idempotency-key'])) }),
  ];
}
