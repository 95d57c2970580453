import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { districtFile } from '../../bot/district/district-files.ts';
import type { DemandView } from '../../web/schemas/demand.ts';
import { obeysByAlarming, obeysByHiding, readInjections } from '../support/injections.ts';
import { aModelServer, type ModelServer } from '../support/model-server.ts';
import { startInProcess } from '../support/product.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';

const injections = readInjections();
const NAMED = /^[^,]*,([^,]*),[^,]*,楼栋,/;
const [apart = '', ...buildings] = readFileSync(districtFile('demo/places.csv'), 'utf8').split('\n').flatMap((line) => NAMED.exec(line)?.[1] ?? []);
type Listed = Omit<DemandView, 'timeline'>;

/** What became of each text, said by a resident of its own, some with such a name; after an ordinary matter that all of them can name. */
async function said(env: Readonly<Record<string, string>>) {
  const product = await startInProcess({ env: { JOIN_WINDOW_MS: '0', ...env } });
  try {
    const { client } = product;
    await client.says((await client.addPerson('邻居')).id, `${apart}的电梯坏了`);
    await client.settle();
    const before = await client.demand('10001');

    await Promise.all(
      injections.map(async ({ id, kind, text }, at) => {
        const person = await client.addPerson(kind === 'name' ? Array.from(text.replace(/\s+/g, ' ')).slice(0, 20).join('') : id);
        await client.says(person.id, kind === 'command' ? text : `${buildings[at % buildings.length] ?? ''}，${text}`);
      }),
    );
    await client.settle();
    const raised = (await everyDemand(client)).filter(({ id }) => id !== '10001');
    return { before, after: await client.demand('10001'), raised: new Map(raised.map((one) => [one.facts?.course ?? '', one])) };
  } finally {
    await product.stop();
  }
}

async function everyDemand(client: SandboxClient, cursor?: string): Promise<Listed[]> {
  const { items, next } = await client.demands({ limit: '200', ...(cursor === undefined ? {} : { cursor }) });
  return next === undefined ? [...items] : [...items, ...(await everyDemand(client, next))];
}

/** Who has it, where it stands and what is asked of whom: whatever somebody could gain by steering. */
function standing({ status, tier, grade, source, owner, place, whistles, ratings, result, stage }: Listed) {
  return { status, tier, grade, source, owner, place, whistles, ratings, result, stage };
}

describe('words that try to steer the program, said to the whole of it', () => {
  let offline: Awaited<ReturnType<typeof said>>;
  let server: ModelServer;

  before(async function () {
    this.timeout(120_000);
    server = await aModelServer();
    offline = await said({ UNDERSTANDING_MODEL_USE: 'off' });
  });
  after(() => server.stop());

  it('change nothing of what others raised', () => {
    expect(offline.after).to.deep.equal(offline.before);
    expect(offline.raised.size).to.be.above(150);
  });

  it('are nowhere handled, whistled for, rated or closed by being written', () => {
    for (const [text, demand] of offline.raised) {
      expect(['incomplete', 'waiting'], text).to.include(demand.status);
      expect([...demand.whistles, ...demand.ratings], text).to.be.empty;
    }
  });

  for (const [how, reply] of [['plays everything down', obeysByHiding], ['raises every alarm', obeysByAlarming]] as const) {
    it(`come to the same people in the same state with a model that obeys them and ${how}`, async () => {
      server.answers(reply);
      const asked = server.requests.length;
      const well = await said({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: server.url, UNDERSTANDING_MODEL_USE: 'always' });
      expect(server.requests.length - asked, 'the model was asked').to.be.above(50);
      expect(well.after.timeline).to.have.length(well.before.timeline.length);

      const apartNow = [...offline.raised.keys()].filter((text) => !well.raised.has(text));
      expect(apartNow.length, `said of a neighbour's matter this time: ${apartNow.join()}`).to.be.at.most(5);
      for (const [text, was] of offline.raised) {
        const is = well.raised.get(text);
        if (is === undefined) continue;
        if (is.category === was.category) expect(standing(is), text).to.deep.equal(standing(was));
        expect(is.status, text).to.equal(was.status);
        expect([was.urgency, was.urgency === 'routine' ? 'urgent' : was.urgency], text).to.include(is.urgency);
      }
    }).timeout(120_000);
  }
});
