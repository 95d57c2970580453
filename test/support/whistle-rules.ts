import { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Approval } from '../../domain/mechanism/whistling.ts';
import type { Rules } from '../../domain/time/start-clock.ts';
import { wuchang, wuchangWith } from './rules.ts';

const answer = (hours: number) => ({ limit: { unit: 'minutes' as const, amount: hours * 60 }, ladder: 'answer' });
const named = (word: string) => ({ 'zh-CN': word, en: word });

/** The secretary agrees within four hours. */
export const secretaryAgrees: Approval = { name: named('书记批准'), roles: ['secretary'], decide: answer(4), passed: 'lapses', urgent: 'after' };

/** The committee decides, the government whistles. */
export const committeeDecides: Approval = { ...secretaryAgrees, name: named('党委决定'), sound: { name: named('政府吹哨'), roles: ['dispatcher'], within: answer(4) } };

/** Wuchang's rules with an approval on the street's chain. */
export function approvedBy(approval: Approval): Rules {
  return wuchangWith({ chains: chains().map((one) => (one.id === 'street-to-departments' ? { ...one, approval } : one)) });
}

function chains(): Mechanism['chains'] {
  return wuchang.mechanism.chains;
}

/** A chain on which a community calls party members, three unless said otherwise, within four hours. */
const memberChain: Mechanism['chains'][number] = {
  id: 'community-to-members',
  name: named('社区吹哨、党员报到'),
  caller: { tiers: ['community'], classes: ['community'] },
  callee: { classes: ['branch'], own: true },
  oneToOne: false,
  pool: { words: ['党员'], roles: ['member'], from: 'units', wanted: 3, most: 10, gather: answer(4) },
};

/** Wuchang's rules with a call to party members. */
export const withMembers = wuchangWith({ chains: [...chains(), memberChain] });

/** A discipline: what the street can do alone, what is whistled already and what hardly anybody minds is refused; the leader and the dispatcher may whistle all the same. */
export const discipline: NonNullable<Mechanism['admission']> = {
  chains: ['street-to-departments'],
  cases: [
    { id: 'cannot-alone', name: named('街道解决不了'), duties: ['organises', 'assists', 'not', 'unlisted'] },
    { id: 'joint', name: named('联合执法'), units: 2 },
  ],
  duplicates: { days: 30 },
  feeling: { people: 2, redos: 1, urgency: ['urgent', 'danger'] },
  override: { roles: ['leader', 'dispatcher'] },
  rate: { days: 30, low: 5, high: 40, least: 10 },
};

/** Wuchang's rules with the discipline, joint teams and an access list for communities and streets. */
export const disciplined = wuchangWith({
  admission: discipline,
  jointTeams: { classes: ['enforcement-centre'] },
  access: [
    { name: named('社区准入'), classes: ['community', 'property'], list: 'positive' },
    { name: named('负面清单'), classes: ['office'], list: 'negative' },
  ],
});

/** Everything at once: agreement on both chains, members, and the discipline. */
export const everything = wuchangWith({
  ...disciplined.mechanism,
  chains: [
    ...chains().map((one) => (one.id === 'street-to-departments' ? { ...one, approval: { ...committeeDecides, passed: 'above' as const } } : one.id === 'district-to-departments' ? { ...one, approval: { ...secretaryAgrees, passed: 'sounds' as const } } : one)),
    memberChain,
  ],
});

/** The rules as a file would have them are well formed and do not contradict themselves. */
export function isSound({ mechanism }: Rules): boolean {
  return Mechanism.safeParse(mechanism).success;
}
