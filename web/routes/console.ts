import { z } from 'zod';
import { failed, json, outcome } from '../answer.ts';
import { asFile, FILE } from '../as-file.ts';
import type { Caller, WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { CallBacks, CaseFile, ConsoleWords, HeatQuery, HeatView, RevealBody, Revealed, TodayView, TrendsQuery, TrendsView } from '../schemas/console.ts';
import { ProblemDocument } from '../schemas/problem.ts';

const ById = z.object({ id: z.string() });
const ByPicture = z.object({ id: z.string(), media: z.string().max(120) });

/** What the pages need besides demands: the day, a demand's file, its pictures, the map, who is to be called, and what moves. */
export function consoleEndpoints(deps: Pick<WebDeps, 'console'>): Endpoint[] {
  return [...overviewEndpoints(deps), ...fileEndpoints(deps)];
}

function overviewEndpoints({ console }: Pick<WebDeps, 'console'>): Endpoint[] {
  const words = endpoint({ method: 'get', path: '/api/words', access: 'token', summary: 'http.api.words', takes: {}, answers: { 200: ConsoleWords }, handle: (_input, { caller, language }) => json(console.words(caller(), language)) });
  const today = endpoint({ method: 'get', path: '/api/today', access: 'token', summary: 'http.api.today', takes: {}, answers: { 200: TodayView }, handle: async (_input, { caller, language }) => json(await console.today(caller(), language)) });
  const heat = endpoint({ method: 'get', path: '/api/heat', access: 'token', summary: 'http.api.heat', takes: { query: HeatQuery }, answers: { 200: HeatView }, handle: async ({ query }, { caller }) => json(await console.heat(query, caller())) });
  const trends = endpoint({ method: 'get', path: '/api/trends', access: 'token', summary: 'http.api.trends', takes: { query: TrendsQuery }, answers: { 200: TrendsView }, handle: async ({ query }, { caller }) => json(await console.trends(query, caller())) });
  const callBacks = endpoint({ method: 'get', path: '/api/call-backs', access: 'token', summary: 'http.api.call-backs', takes: {}, answers: { 200: CallBacks }, handle: async (_input, { caller, language }) => json(await console.callBacks(caller(), language)) });
  const news = endpoint({
    method: 'get',
    path: '/api/stream',
    access: 'token',
    summary: 'http.api.stream',
    takes: {},
    answers: { 200: { type: 'text/event-stream' } },
    handle: (_input, { caller, callerNow }) => {
      const seenBy = (who: Caller) => {
        const scope = console.scope(who);
        return (units: readonly string[]) => scope === undefined || units.some((unit) => scope.has(unit));
      };
      const again = async () => {
        const who = await callerNow();
        return who && seenBy(who);
      };
      return { kind: 'written', write: (req, res) => console.stream.open(req, res, { sees: seenBy(caller()), again }) };
    },
  });
  return [words, today, heat, trends, callBacks, news];
}

function fileEndpoints({ console }: Pick<WebDeps, 'console'>): Endpoint[] {
  const none = (id: string) => failed(problem('no-such-demand', { params: { id } }));
  const file = endpoint({
    method: 'get',
    path: '/api/demands/:id/file',
    access: 'token',
    summary: 'http.api.case-file',
    takes: { params: ById },
    answers: { 200: CaseFile, 404: ProblemDocument },
    handle: async ({ params: { id } }, { caller }) => {
      const found = await console.file(id, caller());
      return found === undefined ? none(id) : json(found);
    },
  });
  const picture = endpoint({
    method: 'get',
    path: '/api/demands/:id/media/:media',
    access: 'token',
    summary: 'http.api.case-media',
    takes: { params: ByPicture },
    answers: { 200: FILE, 404: ProblemDocument },
    handle: async ({ params: { id, media } }, { caller }) => {
      const found = await console.media(id, media, caller());
      return found === undefined ? failed(problem('no-such-media')) : asFile(found);
    },
  });
  const reveal = endpoint({
    method: 'post',
    path: '/api/demands/:id/reveal',
    access: 'token',
    summary: 'http.api.reveal',
    takes: { params: ById, body: RevealBody },
    answers: { 200: Revealed, 404: ProblemDocument },
    handle: async ({ params: { id }, body: { no, reason } }, { caller }) => {
      const shown = await console.reveal(id, no, reason, caller());
      return shown === undefined ? none(id) : outcome(shown);
    },
  });
  return [file, picture, reveal];
}
