import { expect } from 'chai';
import fc from 'fast-check';
import type { Actor } from '../../../domain/commands.ts';
import { decideProject, proposeProject } from '../../../domain/project/decide-project.ts';
import type { Project, ProjectCommand, ProjectEvent } from '../../../domain/project/project.ts';
import { evolveProject, foldProject, milestoneClock, projectDueAt, projectRuns } from '../../../domain/project/project.ts';
import { clerk, dispatcher, theClock } from '../../support/builders.ts';
import { at } from '../../support/local-time.ts';
import { guandu } from '../../support/rules.ts';

const BEGUN = at('2026-07-06 10:00');
const workers: Actor = clerk({ id: 'workers', tier: 'district', class: 'social-organisation', above: ['district', 'city'] });
const above: Actor = { ...dispatcher('gao'), unit: { id: 'district', tier: 'district', class: 'district', above: ['city'] } };
const proposed = (budget = 20_000) => proposeProject(guandu, { id: 'P1', origin: 'o', unit: 'street', above: 'district', title: '长椅', budget, by: 'lin' }, BEGUN);

function after(events: readonly ProjectEvent[], command: ProjectCommand, now = BEGUN): readonly ProjectEvent[] {
  const decided = decideProject(guandu, foldProject(events), command, now);
  if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal}`);
  return [...events, ...decided.value];
}

const design: ProjectCommand = { type: 'design', by: dispatcher(), words: '十张' };
const takeOn: ProjectCommand = { type: 'take-on', by: workers };
const milestone = (due: string): ProjectCommand => ({ type: 'set-milestone', by: workers, title: '装好', due: at(due) });
const reach = (nth: number): ProjectCommand => ({ type: 'reach-milestone', by: workers, nth, words: '已装好' });

describe('a project', () => {
  it('goes from proposal to rating', () => {
    const work = [design, takeOn, milestone('2026-07-10 18:00'), reach(1)].reduce((events, command) => after(events, command), proposed());
    expect(foldProject(work).step).to.equal('evaluate');
    const rated = foldProject(after(work, { type: 'evaluate', by: dispatcher(), marks: [5, 4, 5] }));
    expect([rated.step, Object.values(rated.rating?.marks ?? {})]).to.deep.equal(['ended', [5, 4, 5]]);
  });

  it('that costs much waits for the unit above', () => {
    const asked = after(proposed(80_000), design);
    expect(foldProject(asked).step).to.equal('agreement');
    expect(foldProject(after(asked, { type: 'agree', by: above, agreed: true })).step).to.equal('take-on');
    expect(foldProject(after(asked, { type: 'agree', by: above, agreed: false })).step).to.equal('design');
  });

  it('says of a missed milestone that it is late, and keeps looking', () => {
    const work = [design, takeOn, milestone('2026-07-10 18:00')].reduce((events, command) => after(events, command), proposed());
    const late = after(work, { type: 'tick', by: theClock }, at('2026-07-10 18:00'));
    const reached = late.filter((event) => event.type === 'reached');
    expect(reached.some(({ data }) => data.clock === milestoneClock(1) && data.marks.some(({ act }) => act === 'overdue'))).to.equal(true);
    expect(projectDueAt(foldProject(late))).to.be.instanceOf(Date);
  });

  it('always has a time at which it is looked at until it is over, and is the fold of its timeline', () => {
    const commands: readonly ProjectCommand[] = [
      design, takeOn, milestone('2026-09-01 18:00'), milestone('2026-07-20 18:00'), reach(1), reach(2), { type: 'supervise', by: dispatcher(), words: '看过' }, { type: 'agree', by: above, agreed: true },
      { type: 'agree', by: above, agreed: false }, { type: 'evaluate', by: dispatcher(), marks: [4] }, { type: 'give-up', by: dispatcher(), reason: '…' }, { type: 'tick', by: theClock },
    ];
    fc.assert(fc.property(fc.constantFrom(1000, 90_000), fc.array(fc.tuple(fc.nat(commands.length - 1), fc.constantFrom(0, 3, 30, 200)), { maxLength: 40 }), (budget, tries) => {
      let [events, now] = [proposed(budget), BEGUN];
      for (const [nth, hours] of tries) {
        now = new Date(now.getTime() + hours * 3600_000);
        const decided = decideProject(guandu, foldProject(events), commands[nth]!, now);
        if (decided.ok) events = [...events, ...decided.value];
        const state: Project = foldProject(events);
        expect(events.slice(1).reduce(evolveProject, foldProject(events.slice(0, 1)))).to.deep.equal(state);
        if (projectRuns(state)) expect(projectDueAt(state), state.step).to.be.instanceOf(Date);
      }
    }), { numRuns: 150 });
  });
});
