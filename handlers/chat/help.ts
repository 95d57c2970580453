import type { Actor } from '../../domain/commands.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { isAmong } from '../../domain/mechanism/assessment.ts';
import type { RatingRelation } from '../../domain/mechanism/assessment.ts';
import type { Role } from '../../domain/mechanism/basics.ts';
import { warnedTier } from '../../domain/mechanism/mechanism.ts';
import type { Chain, Mechanism } from '../../domain/mechanism/mechanism.ts';
import { mayProvide } from '../../domain/need/resource.ts';
import { isStaff } from '../acting/actor.ts';
import { deskOf } from '../letters/letters.ts';
import { alliancesOf } from '../side/register-resource.ts';
import { written } from './grammar.ts';
import type { ChatHandler, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Helped {
  readonly mechanism: Mechanism;
  readonly directory: Directory;
  readonly actor: Actor;
}

/** Who may write the words of a line, in this district; every line is of words that are not in the help everybody of a sort gets. */
const LINES: readonly { readonly key: SaidText['key']; readonly for: (helped: Helped) => boolean }[] = [
  { key: 'help.as-proposed', for: followsProposals },
  { key: 'help.call-people', for: ({ mechanism, actor }) => callsOn(mechanism, actor, (chain) => chain.pool !== undefined) },
  { key: 'help.override', for: overrides },
  { key: 'side.help-deliberation', for: ({ mechanism: { deliberation }, actor }) => has(actor, deliberation?.roles) && deliberation?.levels.some(({ tier }) => tier === actor.unit?.tier) === true },
  { key: 'side.help-resources', for: provides },
  { key: 'side.help-needs', for: ({ mechanism: { needs }, actor }) => isStaff(actor) && has(actor, needs?.roles) },
  { key: 'side.help-projects', for: ({ mechanism: { projects }, actor }) => isStaff(actor) && has(actor, projects?.roles) },
  { key: 'side.help-taking-on', for: ({ mechanism: { projects }, actor: { unit } }) => unit !== undefined && projects?.takers.includes(unit.class) === true },
  { key: 'side.help-lists', for: ({ mechanism: { lists }, actor }) => isStaff(actor) && has(actor, lists?.roles) },
  { key: 'help.collect', for: ({ mechanism: { records }, actor }) => has(actor, records?.collect) },
  { key: 'help.warning', for: isWarned },
  { key: 'help.assessment', for: ({ mechanism: { assessment }, actor }) => isStaff(actor) && has(actor, assessment?.seenBy) },
  { key: 'help.score', for: ({ mechanism, actor }) => mechanism.assessment !== undefined && mechanism.ratings.some((relation) => mayScore(relation, actor)) },
  { key: 'help.who-serves', for: ({ mechanism, actor }) => mechanism.serviceTeams !== undefined && (actor.grids ?? []).length > 0 },
  { key: 'help.on-behalf', for: ({ mechanism, actor }) => !isStaff(actor) && mechanism.services?.onBehalf !== undefined },
  { key: 'side.help-resident', for: ({ mechanism: { deliberation }, actor }) => !isStaff(actor) && has(actor, deliberation?.vote.roles) },
];

/** Help, and behind it in one message whatever else the speaker may write in this district. */
export function helpFitting({ mechanism, directory }: { readonly mechanism: Mechanism; readonly directory: () => Directory }, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const answered = await next(utterance);
    if (answered === 'pass' || written(utterance.text)?.word !== 'help') return answered;
    const lines = linesFor({ mechanism, directory: directory(), actor: utterance.actor });
    return lines.length === 0 ? answered : [...answered, ...reply('help.more', { lines })];
  };
}

function linesFor(helped: Helped): readonly SaidText[] {
  return LINES.filter((line) => line.for(helped)).map(({ key }) => ({ key }));
}

function has({ roles }: Utterance['actor'], wanted: readonly Role[] | undefined): boolean {
  return wanted?.some((role) => roles.includes(role)) ?? false;
}

/** A proposal is followed by a whistle, or by giving the matter to a unit below. */
function followsProposals({ mechanism, directory, actor }: Helped): boolean {
  const { unit } = actor;
  if (callsOn(mechanism, actor, ({ pool }) => pool === undefined)) return true;
  return unit !== undefined && has(actor, mechanism.dispatchers) && directory.unitsBelow(unit.id).length > 0;
}

function callsOn({ chains, dispatchers }: Mechanism, actor: Actor, which: (chain: Chain) => boolean): boolean {
  const { unit } = actor;
  return unit !== undefined && chains.some((chain) => which(chain) && chain.caller.tiers.includes(unit.tier) && chain.caller.classes.includes(unit.class) && has(actor, chain.caller.roles ?? dispatchers));
}

/** Who may whistle all the same, on a chain that the discipline holds for. */
function overrides({ mechanism, actor }: Helped): boolean {
  const { admission } = mechanism;
  return has(actor, admission?.override?.roles) && callsOn(mechanism, actor, ({ id, pool }) => pool === undefined && admission?.chains?.includes(id) !== false);
}

function provides({ mechanism: { needs }, directory, actor: { unit } }: Helped): boolean {
  return needs !== undefined && unit !== undefined && mayProvide(needs, unit, alliancesOf(directory, unit.id));
}

/** Whoever hears warnings: the desk of a unit that is warned, and of the units above it. */
function isWarned({ mechanism, directory, actor: { person, unit } }: Helped): boolean {
  const rank = (tier: string) => mechanism.tiers.findIndex(({ id }) => id === tier);
  if (unit === undefined || rank(unit.tier) < rank(warnedTier(mechanism)) || directory.gridsIn(unit.id).length === 0) return false;
  return deskOf({ directory, mechanism }, unit.id, 'front').includes(person);
}

function mayScore({ by, of }: RatingRelation, actor: Actor): boolean {
  const { unit } = actor;
  if (unit === undefined || (by.roles !== undefined && !has(actor, by.roles))) return false;
  return isAmong(by, unit) && (!by.own || isAmong(of, unit));
}
