import { CallBacks } from '../../web/schemas/console.ts';
import { DemandView } from '../../web/schemas/demand.ts';
import { Problem } from '../sandbox-http.ts';
import { chanceOf } from './chance.ts';
import { HOUR_MS, type Play } from './play.ts';

const RESTS_HOURS = 20;
const MOST_A_DAY = 45;

/** An operator telephones those who have waited since yesterday, and writes down what they say; gives how many were reached. */
export async function callBack(play: Play): Promise<number> {
  const { items } = await play.admin.get('/api/call-backs', CallBacks);
  const waiting = items.filter(({ since }) => Date.parse(since) < play.now() - RESTS_HOURS * HOUR_MS).slice(0, MOST_A_DAY);
  let reached = 0;
  for (const { id, no } of waiting) if (await call(play, id, no)) reached++;
  return reached;
}

async function call({ admin, seed, texts, now }: Play, id: string, no: string): Promise<boolean> {
  const chance = chanceOf(seed, `call ${no} ${Math.floor(now() / HOUR_MS / 24)}`);
  if (chance.is(0.15)) return false;
  const mood = chance.roll();
  const answers = mood < 0.8 ? { solved: 'solved', satisfied: 'satisfied' } : mood < 0.92 ? { solved: 'partly', satisfied: 'basically' } : { solved: 'unsolved', satisfied: 'dissatisfied', reason: chance.one(texts.reasons.dissatisfied) };
  try {
    await admin.post(`/api/demands/${id}/commands`, DemandView, { type: 'answer-revisit', no, contacted: chance.is(0.9) ? 'yes' : 'no', ...answers });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
