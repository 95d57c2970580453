import { json } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { HotspotList, HotspotQuery } from '../schemas/hotspots.ts';

/** What piles up, within what the caller may see. */
export function hotspotEndpoints({ hotspots }: Pick<WebDeps, 'hotspots'>): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/api/hotspots',
    access: 'token',
    summary: 'http.api.hotspots',
    takes: { query: HotspotQuery },
    answers: { 200: HotspotList },
    handle: async ({ query }, { caller, language }) => json(await hotspots.list(query, caller(), language)),
  });
  return [list];
}
