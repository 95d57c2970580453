import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../../domain/commands.ts';
import { count, neededFor } from '../../../domain/deliberation/ballot.ts';
import { beginDeliberation, decideDeliberation, deliberationSettings } from '../../../domain/deliberation/decide.ts';
import type { Ballot, Deliberation, DeliberationCommand, DeliberationEvent, DeliberationRefusal } from '../../../domain/deliberation/deliberation.ts';
import { deliberationDueAt, DELIBERATION_REFUSALS, isRunning } from '../../../domain/deliberation/deliberation.ts';
import { evolveDeliberation, foldDeliberation } from '../../../domain/deliberation/evolve.ts';
import { clerk, dispatcher, gridWorker, resident, theClock, units } from '../../support/builders.ts';
import { at } from '../../support/local-time.ts';
import { guandu } from '../../support/rules.ts';

const BEGUN = at('2026-07-06 10:00');
const voters = ['wang', 'li', 'zhao', 'sun', 'qian'].map(resident);
const { vote: voteRules, options: { most } } = deliberationSettings(guandu);

/** A deliberation and everything that happened in it. */
class Story {
  readonly events: readonly DeliberationEvent[];
  readonly now: Date;
  constructor(events: readonly DeliberationEvent[] = beginDeliberation(guandu, { id: 'd1', no: 'D1', origin: 'o', title: '车怎么停', level: 'compound', unit: units.ginkgo.id, supervisor: units.street.id, rooms: ['r1'], by: gridWorker() }, BEGUN), now = BEGUN) {
    this.events = events;
    this.now = now;
  }
  get state(): Deliberation { return foldDeliberation(this.events); }
  after(hours: number): Story { return new Story(this.events, new Date(this.now.getTime() + hours * 3600_000)); }
  tried(command: DeliberationCommand) { return decideDeliberation(guandu, this.state, command, this.now); }
  and(command: DeliberationCommand): Story {
    const decided = this.tried(command);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal}`);
    return new Story([...this.events, ...decided.value], this.now);
  }
  /** What falls due on the way, in order. */
  waits(hours: number): Story {
    const until = new Date(this.now.getTime() + hours * 3600_000);
    const due = deliberationDueAt(this.state);
    if (due === undefined || due > until) return new Story(this.events, until);
    return new Story(this.events, due).and({ type: 'tick', by: theClock }).waits((until.getTime() - due.getTime()) / 3600_000);
  }
}

const choose = (topic = 1): DeliberationCommand => ({ type: 'choose-topic', by: gridWorker(), topic });
const research: DeliberationCommand = { type: 'research', by: gridWorker(), words: '车位60个' };
const option = (words: string, by: Actor = resident()): DeliberationCommand => ({ type: 'add-option', by, words, member: true });
const open: DeliberationCommand = { type: 'open-vote', by: gridWorker(), eligible: 5 };
const votes = (by: Actor, number: number): DeliberationCommand => ({ type: 'vote', by, option: number, member: true });
const applied: DeliberationCommand = { type: 'apply', by: gridWorker(), words: '贴了表' };
const checked = (kept: boolean, mark = 5): DeliberationCommand => ({ type: 'check', by: dispatcher(), kept, mark });

const atOptions = () => new Story().and(choose()).and(research).and(option('先来后到')).and(option('轮流'));
const voting = () => atOptions().and(open);
const decided = () => voting().and(votes(voters[0]!, 1)).and(votes(voters[1]!, 1)).and(votes(voters[2]!, 2)).waits(49);

describe('a deliberation', () => {
  it('goes its whole way, each step with a limit', () => {
    const way = decided();
    expect(way.state.decision).to.deep.include({ option: 1, by: 'vote' });
    const ended = way.and(applied).and(checked(true));
    expect(ended.state.step).to.equal('ended');
    expect(deliberationDueAt(ended.state)).to.equal(undefined);
  });

  it('with one topic needs no choice; with several waits for one', () => {
    expect(new Story().waits(72).state.step).to.equal('research');
    expect(new Story().and({ type: 'add-topic', by: resident(), words: '访客车', member: true }).waits(49).state.step).to.equal('choice');
  });

  it('has a run-off among the leading when two lead, then whoever runs it settles it', () => {
    const tied = voting().and(votes(voters[0]!, 1)).and(votes(voters[1]!, 1)).and(votes(voters[2]!, 2)).and(votes(voters[3]!, 2)).waits(49);
    expect(tied.state.ballot).to.deep.include({ round: 2, options: [1, 2], votes: [] });
    expect(tied.waits(49).state.step).to.equal('chair');
    expect(tied.waits(49).and({ type: 'decide-as-chair', by: gridWorker(), option: 2 }).state.decision).to.deep.include({ option: 2, by: 'chair' });
  });

  it('that is not kept is carried out again', () => {
    const again = decided().and(applied).and(checked(false, 2));
    expect(again.state.step).to.equal('application');
    expect(again.state.checks).to.have.length(1);
  });

  const refused: Record<DeliberationRefusal, [Story, DeliberationCommand]> = {
    over: [new Story().and({ type: 'give-up', by: gridWorker(), reason: '…' }), choose()],
    'not-yours-to-run': [new Story(), { ...choose(), by: clerk(units.street) }],
    'not-yours-to-check': [decided().and(applied), { type: 'check', by: gridWorker(), kept: true, mark: 5 }],
    'not-in-group': [voting(), { type: 'vote', by: resident(), option: 1, member: false }],
    'no-vote-of-yours': [voting(), votes(gridWorker(), 1)],
    'other-step': [new Story(), research],
    'no-such-topic': [new Story(), choose(4)],
    'no-such-option': [voting(), votes(resident(), 7)],
    'topics-full': [Array.from({ length: 11 }).reduce<Story>((story) => story.and({ type: 'add-topic', by: resident(), words: '…', member: true }), new Story()), { type: 'add-topic', by: resident(), words: '…', member: true }],
    'options-full': [Array.from({ length: most - 2 }).reduce<Story>((story) => story.and(option('…')), atOptions()), option('…')],
    'too-few-options': [new Story().and(choose()).and(research), open],
    'vote-not-open': [new Story(), votes(resident(), 1)],
    'wrong-mark': [decided().and(applied), checked(true, 9)],
  };
  for (const name of DELIBERATION_REFUSALS) {
    it(`refuses: ${name}`, () => {
      const [story, command] = refused[name];
      expect(story.tried(command)).to.deep.equal({ ok: false, refusal: name });
    });
  }
});

describe('a vote', () => {
  const cast = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 2 })), { maxLength: 40 });

  it('counts each person once, however often changed: the last vote', () => {
    fc.assert(fc.property(cast, (all) => {
      const story = all.reduce((sofar, [who, number]) => sofar.and(votes(voters[who]!, number)), voting());
      const last = new Map(all.map(([who, number]) => [who, number]));
      const ballot = story.state.ballot as Ballot;
      expect(ballot.votes).to.have.length(last.size);
      const { result } = count(voteRules, ballot);
      expect(result.turnout).to.equal(last.size);
      for (const { option: number, votes: counted } of result.tally) expect(counted).to.equal([...last.values()].filter((one) => one === number).length);
      expect(result.tally.reduce((sum, one) => sum + one.votes, 0)).to.equal(result.turnout);
    }), { numRuns: 200 });
  });

  it('goes on among all who have as many votes as the second', () => {
    const given = [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4];
    const ballot: Ballot = { round: 1, options: [1, 2, 3, 4], openedAt: BEGUN, closesAt: BEGUN, eligible: 11, votes: given.map((number, index) => ({ person: `p${index}`, option: number, at: BEGUN })) };
    const { result, among } = count(voteRules, ballot);
    expect([result.outcome, among]).to.deep.equal(['no-majority', [1, 2, 3]]);
  });

  it('decides only with the quorum, alone in the lead, and with the majority', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 30 }), fc.nat(60), (given, eligible) => {
      const ballot: Ballot = { round: 1, options: [1, 2, 3], openedAt: BEGUN, closesAt: BEGUN, eligible, votes: given.map((number, index) => ({ person: `p${index}`, option: number, at: BEGUN })) };
      const { result, option: winner } = count(voteRules, ballot);
      const votesFor = (number: number | undefined) => given.filter((one) => one === number).length;
      if (result.outcome !== 'decided') return void expect(winner).to.equal(undefined);
      expect(given.length).to.be.at.least(neededFor(voteRules, eligible));
      expect(votesFor(winner)).to.be.greaterThan(given.length * voteRules.majority);
    }));
  });
});

describe('whatever is tried', () => {
  const people: readonly Actor[] = [...voters, gridWorker(), dispatcher()];
  const tries = fc.array(fc.tuple(fc.nat(9), fc.nat(people.length - 1), fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1, 5, 26, 50, 200)), { maxLength: 50 });
  const commandOf = (kind: number, by: Actor, number: number): DeliberationCommand => {
    const all: readonly DeliberationCommand[] = [
      { type: 'add-topic', by, words: '…', member: true }, { type: 'choose-topic', by: gridWorker(), topic: number }, research, option('…', by), open, votes(by, number),
      { type: 'decide-as-chair', by: gridWorker(), option: number }, applied, checked(number > 1, number), { type: 'tick', by: theClock },
    ];
    return all[kind] ?? open;
  };

  it('one that is not over always has a time at which it is looked at, and is the fold of its timeline', () => {
    fc.assert(fc.property(tries, (all) => {
      let story = new Story();
      for (const [kind, who, number, hours] of all) {
        const next = story.waits(hours);
        const done = next.tried(commandOf(kind, people[who]!, number));
        story = done.ok ? new Story([...next.events, ...done.value], next.now) : next;
        const stepwise = story.events.slice(1).reduce(evolveDeliberation, foldDeliberation(story.events.slice(0, 1)));
        expect(story.state).to.deep.equal(stepwise);
        if (isRunning(story.state)) expect(deliberationDueAt(story.state)).to.be.instanceOf(Date);
      }
    }), { numRuns: 150 });
  });
});
