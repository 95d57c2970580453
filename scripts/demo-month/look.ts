import { COMMAND_WORDS } from '../../locales/lexicon/commands.ts';
import { CaseFile } from '../../web/schemas/console.ts';
import type { DemandView } from '../../web/schemas/demand.ts';
import { inLanes } from '../replay/replay-texts.ts';
import { Problem } from '../sandbox-http.ts';
import { chanceOf, type Chance } from './chance.ts';
import { demandOf } from './demand-of.ts';
import { nextStep, type Step } from './next-step.ts';
import { HOUR_MS, type Followed, type Play } from './play.ts';
import { filled } from './texts.ts';

const MOST_LOOKS = 60;
const OPENS_AT = 8.3;
const CLOSES_AT = 19.5;
/** Nobody answers before anything can have happened. */
const LEAST_HOURS = 0.2;
const ZONE_HOURS = 8;

/** Lets everybody do what they do next, where it is time to look again, or only where it is urgent; gives how much was said. */
export async function lookAtAll(play: Play, among: 'all' | 'urgent' = 'all'): Promise<number> {
  const due = [...play.open.values()].filter(({ lookAt, urgent }) => lookAt <= play.now() && (urgent || among === 'all'));
  const said = await inLanes(due, (followed) => look(play, followed));
  await play.http.settle();
  return said.filter(Boolean).length;
}

/** Whether something urgent is to be looked at within so many hours. */
export function isUrgentSoon({ open, now }: Play, hours: number): boolean {
  return [...open.values()].some(({ urgent, lookAt }) => urgent && lookAt <= now() + hours * HOUR_MS);
}

async function look(play: Play, followed: Followed): Promise<boolean> {
  const chance = chanceOf(play.seed, `look ${followed.matter.nth} ${followed.looks}`);
  followed.looks++;
  const view = await demandOf(play, followed.no);
  const step = view && ((await residentStep(play, followed, view, chance)) ?? staffStep(play, followed, view, chance));
  if (step === undefined || followed.looks > MOST_LOOKS) {
    play.open.delete(followed.no);
    if (followed.reporter !== undefined) play.busy.delete(followed.reporter);
    return false;
  }
  followed.urgent = view?.urgency !== 'routine' && (view?.status === 'waiting' || view?.status === 'handling');
  followed.lookAt = play.now() + Math.max(LEAST_HOURS, step.after) * HOUR_MS;
  if (step.did !== undefined) followed.did.add(step.did);
  if (step.says === undefined) return false;
  await play.http.post(step.says);
  return true;
}


function staffStep(play: Play, { matter, did, pace, no }: Followed, view: DemandView, chance: Chance): Step | undefined {
  if (view.id !== no) return view.status === 'closed' || view.status === 'withdrawn' ? undefined : { after: 8 };
  const hour = (play.now() / HOUR_MS + ZONE_HOURS) % 24;
  const asleep = hour < OPENS_AT || hour > CLOSES_AT;
  if (asleep && view.urgency === 'routine' && view.status !== 'closed') return { after: (OPENS_AT + chance.between(0.2, 3) + 24 - hour) % 24 };
  return nextStep({ view, sort: matter.sort, did, pace, chance, cast: play.cast, texts: play.texts, words: play.words });
}

/** What the one who raised it says: a word more, that it is no longer needed, where it is, how it went. */
async function residentStep(play: Play, { no, matter, reporter, did }: Followed, view: DemandView, chance: Chance): Promise<Step | undefined> {
  if (reporter === undefined || view.status === 'closed' || view.status === 'merged') return undefined;
  const says = (text: string, word: string, after: number): Step => ({ says: { from: reporter, text }, after, did: word });
  if (view.status === 'incomplete') return did.has('placed') || chance.is(0.2) ? { after: 20 } : says(filled(chance.one(play.texts.places.asked), { place: matter.place }), 'placed', 2);
  if (matter.withdrawn && !did.has('withdrawn') && view.status === 'waiting') return says(`${COMMAND_WORDS.withdraw[0]} ${no}`, 'withdrawn', 1);
  if (matter.supplement && !did.has('added') && view.status === 'handling') return says(`${COMMAND_WORDS.supplement[0]} ${no} ${chance.one(play.texts.supplements)}`, 'added', 2);
  return view.status === 'done' && (await wasAsked(play, no, view.id)) ? answer(play, did, chance, says) : undefined;
}

/** Most are content, some nearly, some not at all, and some never answer. */
function answer({ texts }: Play, did: ReadonlySet<string>, chance: Chance, says: (text: string, word: string, after: number) => Step): Step {
  const mood = chance.roll();
  if (did.has('silent') || mood < 0.1) return { after: 30, did: 'silent' };
  if (mood < 0.74) return says(chance.one(texts.thanks), 'answered', 12);
  if (mood < 0.88) return says(chance.one(texts.fair), 'answered', 12);
  return says(filled(chance.one(texts.poor), { reason: chance.one(texts.reasons.dissatisfied) }), 'answered', 8);
}

async function wasAsked({ admin }: Play, no: string, id: string): Promise<boolean> {
  try {
    return (await admin.get(`/api/demands/${id}/file`, CaseFile)).reporters.some((one) => one.no === no && one.revisit === 'asked');
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
