import { z } from 'zod';
import { present } from '../../domain/demand.ts';
import type { Speak } from '../../locales/speak.ts';
import { LANGUAGES } from '../../locales/text.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore, KeptDemand } from '../ports/demands.ts';
import type { GridRecords } from '../ports/grid-records.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { LabelledCases } from '../ports/labelled-cases.ts';
import type { Outbox } from '../ports/letters.ts';
import type { MediaStore } from '../ports/media.ts';
import type { Now } from '../ports/now.ts';
import type { People, Person } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';
import { evidenceIn, mediaOfPerson } from '../showing/own-media.ts';
import { taskLetter } from '../side/tellings.ts';

/** What is needed to erase somebody. */
export interface Erasing {
  readonly people: Pick<People, 'erase'>;
  readonly sealer: Pick<Sealer, 'erase'>;
  readonly gridRecords: Pick<GridRecords, 'forget'>;
  readonly labelledCases: Pick<LabelledCases, 'forget'>;
  readonly inbox: Pick<Inbox, 'forget'>;
  readonly demands: Pick<DemandStore, 'raisedBy' | 'forget' | 'everRaisedBy'>;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly execute: Execute['execute'];
  readonly speak: Speak;
  readonly now: Now;
}

/** The task that is owed from the moment somebody has confirmed that everything of theirs is to go. */
export const ERASE = 'erase';

const MOST_RAISED = 10_000;
const Needs = z.object({ person: z.string(), language: z.enum(LANGUAGES), account: z.object({ channel: z.string(), account: z.string() }).optional(), media: z.array(z.string()) });

/** Owes somebody the erasure, whatever becomes of the program meanwhile; `media` came with the wish itself. */
export async function oweErasure({ outbox, now }: Pick<Erasing, 'outbox' | 'now'>, { id, language, accounts: [account] }: Person, media: readonly string[]): Promise<void> {
  const needs: z.infer<typeof Needs> = { person: id, language, account, media: [...media] };
  await outbox.put([taskLetter({ task: ERASE, needs }, `erase:${id}`, now())], now());
}

/**
 * Lets go of the person, takes back what is open and what is still to be judged, removes what was sent along, then destroys the key: the history keeps its shape, and nothing of the
 * person can be read any more. The answer goes to the account itself, because the person is gone (PIPL 47). Safe to do again after a sudden end.
 */
export async function finishErasure(deps: Erasing, task: string, cause: string): Promise<void> {
  const { people, sealer, gridRecords, labelledCases, demands, outbox, speak, now } = deps;
  const { person, language, account, media } = Needs.parse(JSON.parse(task));
  await people.erase(person);
  await withdrawAll(deps, person, cause);
  await removeMedia(deps, person, media);
  await demands.forget(person);
  await gridRecords.forget(person);
  await labelledCases.forget(person);
  await sealer.erase(person);
  if (account !== undefined) await outbox.put([{ key: `erased:${person}`, to: { account }, text: speak(language, 'chat.erased'), mask: false, notBefore: now(), reply: false }], now());
}

async function withdrawAll({ demands, execute }: Erasing, person: string, cause: string): Promise<void> {
  for (const demand of await demands.raisedBy(person, { open: false, limit: MOST_RAISED })) {
    for (const { no } of present(demand).filter((one) => one.person === person)) await execute(demand.id, { type: 'withdraw', by: { person, roles: [] }, no, erased: true }, `${cause}#${no}`);
  }
}

/** What shows the work on a matter shows the matter too: nobody is left whom it was for. */
function workShown({ state, timeline }: KeptDemand, person: string): readonly string[] {
  return state.reporters.some((one) => one.person !== person && one.left === undefined) ? [] : timeline.flatMap((entry) => [...evidenceIn(entry)]);
}

async function removeMedia({ demands, inbox, media }: Erasing, person: string, sent: readonly string[]): Promise<void> {
  const raised = await demands.everRaisedBy(person, MOST_RAISED);
  const files = [...raised.flatMap((stored) => [...mediaOfPerson(stored, person), ...workShown(stored, person)]), ...(await inbox.forget(person)), ...sent];
  for (const file of new Set(files)) await media.remove(file);
}
