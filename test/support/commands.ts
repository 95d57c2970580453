import type { Absorbed, Actor, DemandCommand, Destination } from '../../domain/commands.ts';
import type { UnitRef } from '../../domain/mechanism/mechanism.ts';
import type { Answers } from '../../domain/revisit.ts';
import { place, resident, theClock, toGinkgo } from './builders.ts';

type Command<T extends DemandCommand['type']> = Extract<DemandCommand, { type: T }>;

export const take = (by: Actor): Command<'take'> => ({ type: 'take', by });
export const finish = (by: Actor, result = '已修好'): Command<'finish'> => ({ type: 'finish', by, result });
export const escalate = (by: Actor, over: Partial<Command<'escalate'>> = {}): Command<'escalate'> => ({ type: 'escalate', by, reason: '社区解决不了', ...over });
export const propose = (by: Actor, lead: UnitRef, ...assists: UnitRef[]): Command<'propose'> => ({ type: 'propose', by, lead, assists });
export const dispatch = (by: Actor, to: UnitRef): Command<'dispatch'> => ({ type: 'dispatch', by, to });
export const whistle = (by: Actor, kind: string, lead: UnitRef, ...assists: UnitRef[]): Command<'whistle'> => ({ type: 'whistle', by, kind, lead, assists });
export const sound = (by: Actor): Command<'sound'> => ({ type: 'sound', by });
export const callPeople = (by: Actor, invited: readonly string[], over: Partial<Command<'call-people'>> = {}): Command<'call-people'> => ({ type: 'call-people', by, chain: 'community-to-members', invited, ...over });
export const reportIn = (by: Actor): Command<'report-in'> => ({ type: 'report-in', by });
export const feedBack = (by: Actor, words = '明天上午到现场'): Command<'feed-back'> => ({ type: 'feed-back', by, words });
export const press = (by: Actor, unit?: string): Command<'press'> => ({ type: 'press', by, unit });
export const extend = (by: Actor, reason = '配件未到'): Command<'extend'> => ({ type: 'extend', by, reason });
export const object = (by: Actor, basis = '不在职责清单内'): Command<'object'> => ({ type: 'object', by, basis });
export const decideObjection = (by: Actor, upheld: boolean, unit?: string): Command<'decide-objection'> => ({ type: 'decide-objection', by, upheld, unit });
export const rateCallee = (by: Actor, unit: string, ...marks: number[]): Command<'rate-callee'> => ({ type: 'rate-callee', by, unit, marks });
export const exclude = (by: Actor, reason = '诉求违反政策'): Command<'exclude'> => ({ type: 'exclude', by, reason });
export const approve = (by: Actor, agreed = true, of?: string): Command<'approve'> => ({ type: 'approve', by, agreed, of });

export const locate = (by: Actor, to: Destination = toGinkgo, where = place()): Command<'locate'> => ({ type: 'locate', by, place: where, to });
export const correct = (by: Actor, fact: Command<'correct'>['fact'], words: string): Command<'correct'> => ({ type: 'correct', by, fact, words });
export const hide = (by: Actor, hidden: boolean): Command<'hide'> => ({ type: 'hide', by, hidden });
export const reclassify = (by: Actor, category: string, to?: Destination): Command<'reclassify'> => ({ type: 'reclassify', by, category, ...(to && { to }) });
export const supplement = (by: Actor, words?: string, ...media: string[]): Command<'supplement'> => ({ type: 'supplement', by, words, media });
export const withdraw = (by: Actor, no = 'D1'): Command<'withdraw'> => ({ type: 'withdraw', by, no });
export const part = (by: Actor, no: string): Command<'part'> => ({ type: 'part', by, no });

/** Somebody else says the same. */
export function support(name: string, no: string, over: Partial<Command<'support'>> = {}): Command<'support'> {
  return { type: 'support', by: resident(name), no, source: 'resident-chat', words: '我家门口也不亮', media: [], hidden: false, ...over };
}

export const answer = (by: Actor, answers: Answers, over: Partial<Command<'answer-revisit'>> = {}): Command<'answer-revisit'> => ({ type: 'answer-revisit', by, no: 'D1', answers, ...over });
export const declineRevisit = (by: Actor, no = 'D1'): Command<'decline-revisit'> => ({ type: 'decline-revisit', by, no });
export const giveReason = (by: Actor, reason: string, no = 'D1'): Command<'give-reason'> => ({ type: 'give-reason', by, no, reason });

export const mergeInto = (by: Actor, lead: string): Command<'merge-into'> => ({ type: 'merge-into', by, lead });
export const absorb = (by: Actor, from: string, ...reporters: Absorbed[]): Command<'absorb'> => ({ type: 'absorb', by, from, reporters });
export const release = (by: Actor, from: string): Command<'release'> => ({ type: 'release', by, from });
export const unmerge = (by: Actor, to: Destination = toGinkgo): Command<'unmerge'> => ({ type: 'unmerge', by, to });

/** The clock looks; `mayAsk` are the persons who were asked nothing today. */
export const tick = (...mayAsk: string[]): Command<'tick'> => ({ type: 'tick', by: theClock, mayAsk });
