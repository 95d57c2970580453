import { expect } from 'chai';
import type { Actor } from '../../../domain/commands.ts';
import { fold } from '../../../domain/evolve.ts';
import { actedBefore } from '../../../handlers/chat/acted-before.ts';
import { placeAnswer } from '../../../handlers/chat/place-answer.ts';
import type { Utterance } from '../../../handlers/chat/utterance.ts';
import { createExecute } from '../../../handlers/execute.ts';
import { createRegisterMatter, type RegisterMatter, type Report } from '../../../handlers/intake/register-matter.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { createDemandFactory } from '../../../scripts/bench/demand-factory.ts';
import { withFolder, withStores } from '../../../scripts/bench/temp-stores.ts';
import type { Matter } from '../../../understanding/understanding.ts';
import { at } from '../../support/local-time.ts';
import { noMeter } from '../../support/no-meter.ts';

const NOW = at('2026-07-06 10:00');

interface Registering {
  readonly stores: OpenStores;
  readonly execute: ReturnType<typeof createExecute>;
  /** Reports that look for others' matters as this store says. */
  readonly registerMatter: (alike?: OpenStores['demands']['alike']) => RegisterMatter;
  readonly report: (person: string, text: string) => Report;
}

async function withRegistering(run: (registering: Registering) => Promise<void>): Promise<void> {
  const { rules, directory, lettering } = await createDemandFactory();
  await withFolder((folder) =>
    withStores(folder, () => NOW, async (stores) => {
      const execute = createExecute({ ...stores, ...rules, now: () => NOW, mechanismOf: () => rules.mechanism, lettering: () => lettering(stores), changed: () => undefined, meter: noMeter });
      const grid = directory.data.grids[0];
      if (grid === undefined) throw new Error('The demo directory is empty');
      await run({
        stores,
        execute,
        registerMatter: (alike = stores.demands.alike) =>
          createRegisterMatter({ ...stores, demands: { ...stores.demands, alike }, execute, directory: () => directory, mechanism: rules.mechanism, now: () => NOW, tellSame: () => ({ sure: true, likely: 1 }), isPlaceless: () => false }),
        report: (person, text) => ({ actor: resident(person), source: 'resident-chat', origin: `sandbox:${person}`, place: { grid: grid.id }, text, media: [], matter: matter(text), mayAsk: false }),
      });
    }),
  );
}

function resident(person: string): Actor {
  return { person, roles: ['resident'] };
}

function matter(text: string): Matter {
  return {
    intent: 'complaint', category: 'street-lighting', petition: { l1: '', l2: '' }, confidence: 0.9, alternatives: [], place: { kind: 'unknown' }, urgency: 'routine',
    summary: text, masked: text, contactGiven: false, wantsAnonymity: false, upset: false, tellsWrong: true, reasons: [],
  };
}

describe('a report of what somebody raised before', () => {
  it('supports what is open', async () => {
    await withRegistering(async ({ registerMatter, report }) => {
      const first = await registerMatter()(report('wu', '路灯坏了'));
      const second = await registerMatter()(report('he', '路灯不亮'));
      expect(second).to.deep.include({ how: 'supporting' });
      expect(second.demand.id).to.equal(first.demand.id);
      expect(second.no).not.to.equal(first.no);
    });
  });

  it('is taken up again after a sudden end, for what else was said with it', async () => {
    await withRegistering(async ({ stores, registerMatter, report }) => {
      await registerMatter()(report('wu', '路灯坏了'));
      await registerMatter()(report('he', '路灯不亮'));
      const again = { id: 'sandbox:he', again: true } as unknown as Utterance;
      expect(await actedBefore(stores.demands)(again)).to.equal('pass');
    });
  });

  it('keeps when it happens as times, and its words sealed', async () => {
    await withRegistering(async ({ stores, registerMatter, report }) => {
      const told = report('wu', '昨晚11点路灯坏了');
      const when = { said: '昨晚11点', pattern: 'once', from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00') } as const;
      const { demand } = await registerMatter()({ ...told, matter: { ...told.matter, when }, saidAt: NOW });
      const stored = await stores.demands.load(demand.id);
      expect(stored?.state.facts.whenMeant).to.deep.equal({ from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00'), dated: false });
      expect(stored?.state.facts.when).to.match(/^~s1/);
      expect(stored && fold(stored.timeline).facts.whenMeant).to.deep.equal(stored?.state.facts.whenMeant);
    });
  });

  it('is no answer to the question where, when it is taken up again', async () => {
    await withRegistering(async ({ stores, execute, registerMatter, report }) => {
      await registerMatter()(report('wu', '路灯坏了'));
      const nothing = () => expect.fail('No place is looked for');
      const answer = placeAnswer({ ...stores, execute: execute.execute, askDoubt: nothing, directory: nothing, mechanismOf: nothing, findPlace: nothing, understand: nothing, matter: nothing, now: () => NOW });
      const again = { id: 'sandbox:wu', again: true, person: { id: 'wu' }, text: '路灯坏了\n水管漏水', kinds: ['text', 'text'] } as unknown as Utterance;
      expect(await answer(again)).to.equal('pass');
    });
  });

  it('is a matter of its own when the other ended while it was being looked at', async () => {
    await withRegistering(async ({ stores, execute, registerMatter, report }) => {
      const first = await registerMatter()(report('wu', '路灯坏了'));
      const endsMeanwhile: OpenStores['demands']['alike'] = async (...asked) => {
        const found = await stores.demands.alike(...asked);
        await execute.execute(first.demand.id, { type: 'withdraw', by: resident('wu'), no: first.no }, 'withdrawn');
        return found;
      };
      const second = await registerMatter(endsMeanwhile)(report('he', '路灯不亮'));
      expect(second).to.deep.include({ how: 'new' });
      expect(second.demand.id).not.to.equal(first.demand.id);
      expect(second.demand.phase.status).to.equal('waiting');
    });
  });
});
