import { expect } from 'chai';
import { timed } from '../../jobs/schedule.ts';
import { aPlay } from '../support/play.ts';

describe('a job that is timed', () => {
  const told: [string, boolean][] = [];
  const job = (run: () => Promise<unknown>) => timed({ name: 'purge', cron: '17 3 * * *', run }, (name, seconds, ok) => {
    if (seconds >= 0) told.push([name, ok]);
  });

  it('tells how long it took, and whether it went well', async () => {
    await job(() => Promise.resolve(3)).run();
    const refused = await job(() => Promise.reject(new Error('no'))).run().catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Error);
    expect(told).to.deep.equal([['purge', true], ['purge', false]]);
  });
});

describe('jobs that have run', () => {
  const play = aPlay();

  it('stand in the metrics', async () => {
    await play.advance('P1D');
    expect(await (await fetch(`${play.product().url}/metrics`)).text()).to.match(/shaozi_job_seconds_count\{job="purge",ok="true"\} [1-9]/);
  });
});
