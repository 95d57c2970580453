import type { Chain, Mechanism, Name, Role, Tier, Timed } from '../../domain/mechanism/mechanism.ts';
import { gradeIn } from '../../domain/mechanism/mechanism.ts';
import type { Milestone, StageCondition } from '../../domain/mechanism/stages.ts';
import type { Approval } from '../../domain/mechanism/whistling.ts';
import type { Clock, Mark } from '../../domain/time/clocks.ts';
import { writtenLimit } from '../../domain/time/limit.ts';
import type { Limit } from '../../domain/time/limit.ts';
import { startClock } from '../../domain/time/start-clock.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { moment } from '../../locales/moment.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language, Params, TextKey } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import { poolNames } from '../letters/pool-people.ts';
import { nameIn } from './describe.ts';

/** Says something in the reader's language. */
type Say = (key: TextKey, params?: Params) => string;

interface Telling {
  readonly rules: Rules;
  readonly language: Language;
  readonly say: Say;
  readonly start: Date;
}

/** A mechanism told in lines: tiers, chains, kinds, stages, and what would happen when from `start` on, if nobody ever acted. */
export function describeMechanism(rules: Rules, speak: Speak, language: Language, start: Date): readonly string[] {
  const telling: Telling = { rules, language, start, say: (key, params) => speak(language, key, params) };
  const { say } = telling;
  const { name, id, version } = rules.mechanism;
  return [
    say('district.title', { name: name[language], id, version }),
    ...part(say, 'district.tiers', [...rules.mechanism.tiers.map((tier) => tierLine(telling, tier)), urgentLine(telling)]),
    ...part(say, 'district.chains', rules.mechanism.chains.map((chain) => chainLine(telling, chain))),
    ...part(say, 'district.kinds', rules.mechanism.kinds.map((kind) => kindLine(telling, kind))),
    ...admissionLines(telling),
    ...part(say, 'district.judged', judgedLines(telling)),
    ...part(say, 'district.stages', rules.mechanism.stages.map((stage) => say('district.stage', { name: stage.name[language], when: stage.when.map((condition) => conditionInWords(say, condition)) }))),
    '',
    say('district.timetable', { start: moment(language, start, LONG_AGO) }),
    ...timetable(telling),
  ];
}

function conditionInWords(say: Say, condition: StageCondition): string {
  const key = `status.${condition}`;
  return isTextKey(key) ? say(key) : say(`district.reached.${condition as Milestone}`);
}

/** Seen from here, every moment is written with its date. */
const LONG_AGO = new Date(0);

function part(say: Say, heading: TextKey, lines: readonly string[]): readonly string[] {
  return ['', say(heading), ...lines.map((line) => `  ${line}`)];
}

function tierLine({ rules: { mechanism }, language, say }: Telling, tier: Tier): string {
  const told = { name: tier.name[language], grades: mechanism.grades.filter((grade) => grade.tier === tier.id).map(({ id }) => gradeIn(mechanism, id, language)) };
  if (tier.requestOn === undefined) return say('district.tier', { ...told, takeUp: limitInWords(say, tier.takeUp.limit), solve: limitInWords(say, tier.solve.limit) });
  const { chain, kind } = tier.requestOn;
  return say('district.tier-requested', { ...told, chain: nameIn(mechanism.chains, chain, language), kind: nameIn(mechanism.kinds, kind, language) });
}

function urgentLine({ rules, say }: Telling): string {
  const { takeUp, solve } = rules.mechanism.urgent;
  return say('district.urgent', { takeUp: limitInWords(say, takeUp.limit), solve: limitInWords(say, solve.limit) });
}

function chainLine(telling: Telling, { name, caller, callee, oneToOne, approval, pool }: Chain): string {
  const { rules: { mechanism }, language, say } = telling;
  const classes = (ids: readonly string[]) => ids.map((id) => nameIn(mechanism.unitClasses, id, language));
  return say('district.chain', {
    name: name[language],
    callers: classes(caller.classes),
    callees: classes(callee.classes),
    own: callee.own ? say('district.chain-own') : '',
    oneToOne: `${oneToOne ? say('district.chain-one') : ''}${approval === undefined ? '' : approvalLine(telling, approval)}${pool === undefined ? '' : say('district.chain-people', { words: poolNames(pool, language), wanted: pool.wanted })}`,
  });
}

function approvalLine({ language, say }: Telling, { name, roles, decide, passed, sound }: Approval): string {
  const asked = say('district.chain-approval', { name: name[language], roles: rolesInWords(say, roles), limit: limitInWords(say, decide.limit), passed: say(`district.passed.${passed}`) });
  return sound === undefined ? asked : `${asked}${say('district.chain-sound', { name: sound.name[language], roles: rolesInWords(say, sound.roles) })}`;
}

function admissionLines({ rules: { mechanism: { admission } }, language, say }: Telling): readonly string[] {
  if (admission === undefined) return [];
  const cases = admission.cases.map(({ name }) => say('district.admission-case', { name: name[language] }));
  return part(say, 'district.admission', [...cases, ...(admission.feeling === undefined ? [] : [say('district.admission-feeling', { people: admission.feeling.people })])]);
}

/** Who is judged, on what, and for how much of the result it counts. */
function judgedLines({ rules: { mechanism: { rateCallees, assessment } }, language, say }: Telling): readonly string[] {
  const { dimensions, scale, named, leastRaters } = rateCallees;
  const callees = say('district.callees', { dimensions: dimensions.map(({ name }) => name[language]), scale, named: named ? say('district.named') : say('district.back-to-back', { count: leastRaters }) });
  const classes = (assessment?.classes ?? []).map(({ name, share }) => {
    const indicator = assessment?.indicators.find(({ id }) => id === share?.indicator)?.name[language];
    const counted = share === undefined || indicator === undefined ? '' : say('district.assessed-share', { name: indicator, percent: Math.round(share.weight * 100) });
    return `${say('district.assessed', { name: name[language] })}${counted}`;
  });
  return [callees, ...classes];
}

function rolesInWords(say: Say, roles: readonly Role[]): readonly string[] {
  return roles.map((role) => say(`district.role.${role}`));
}

function kindLine({ language, say }: Telling, { name, reportIn, feedback, finish, extension, urgent }: Mechanism['kinds'][number]): string {
  const words = (limit: Limit) => limitInWords(say, limit);
  return say('district.kind', {
    name: name[language],
    reportIn: words(reportIn.limit),
    feedback: words(feedback.limit),
    finish: words(finish.limit),
    extension: words(extension),
    night: urgent ? say('district.kind-night') : '',
  });
}

/** The clocks of a tier that solves matters itself, and of every kind of whistle. */
function timetable(telling: Telling): readonly string[] {
  const { tiers, kinds, urgent } = telling.rules.mechanism;
  return [
    ...tiers.filter(({ requestOn }) => requestOn === undefined).flatMap(({ name, takeUp, solve }) => [...clockLines(telling, name, 'take-up', takeUp), ...clockLines(telling, name, 'solve', solve)]),
    ...kinds.flatMap(({ name, reportIn, feedback, finish }) => [...clockLines(telling, name, 'report-in', reportIn), ...clockLines(telling, name, 'feedback', feedback), ...clockLines(telling, name, 'finish', finish)]),
    ...clockLines(telling, undefined, 'take-up', urgent.takeUp),
    ...clockLines(telling, undefined, 'solve', urgent.solve),
  ];
}

function clockLines({ rules, language, say, start }: Telling, name: Name | undefined, kind: Clock['kind'], timed: Timed): readonly string[] {
  const clock = startClock(rules, { kind, unit: '', timed, from: start, urgent: false });
  const told = { name: name?.[language] ?? say('district.urgent-name'), clock: say(`clock.${kind}`), limit: limitInWords(say, timed.limit), due: moment(language, clock.due, LONG_AGO) };
  return [`  ${say('district.timetable-clock', told)}`, ...clock.marks.map((mark) => `    ${say('district.timetable-mark', { at: moment(language, mark.at, LONG_AGO), act: actInWords(say, mark) })}`)];
}

function actInWords(say: Say, { act, percent, tiers }: Mark): string {
  const key = `district.act.${act}`;
  return isTextKey(key) ? say(key, { percent, tiers: tiers ?? 1 }) : act;
}

function limitInWords(say: Say, limit: Limit): string {
  const [amount = '', unit = ''] = writtenLimit(limit).split(' ');
  const key = `district.limit.${unit}`;
  return isTextKey(key) ? say(key, { amount }) : writtenLimit(limit);
}
