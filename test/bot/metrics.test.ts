import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { createMetrics } from '../../bot/metrics.ts';

describe('the metrics', () => {
  it('count what happens, by kind', async () => {
    const { meter, read } = createMetrics();
    meter.messageIn('sandbox', 'text');
    meter.messageIn('sandbox', 'text');
    meter.demandRegistered('chat', 'community');
    meter.letter('undelivered');
    meter.commandRefused('take', 'not-yours');
    meter.messageHandled(0.03);
    meter.jobRan('tick', 0.2, false);
    meter.modelCalled({ outcome: 'timed-out', seconds: 3, tokensIn: 120 });

    const { type, text } = await read();
    expect(type).to.match(/^text\/plain/);
    expect(text).to.contain('shaozi_messages_total{channel="sandbox",kind="text"} 2');
    expect(text).to.contain('shaozi_demands_total{source="chat",tier="community"} 1');
    expect(text).to.contain('shaozi_letters_total{outcome="undelivered"} 1');
    expect(text).to.contain('shaozi_commands_refused_total{command="take",refusal="not-yours"} 1');
    expect(text).to.contain('shaozi_handling_seconds_bucket{le="0.05"} 1').and.to.contain('shaozi_handling_seconds_bucket{le="0.025"} 0');
    expect(text).to.contain('shaozi_job_seconds_count{job="tick",ok="false"} 1');
    expect(text).to.contain('shaozi_model_seconds_count{outcome="timed-out"} 1').and.to.contain('shaozi_model_tokens_total{direction="in"} 120');
    expect(text).to.contain('process_resident_memory_bytes');
  });

  it('read what waits at the moment somebody looks', async () => {
    const { meter, read } = createMetrics();
    let waiting = 1;
    meter.watch('outbox', () => Promise.resolve(waiting));
    waiting = 7;
    expect((await read()).text).to.contain('shaozi_waiting{queue="outbox"} 7');
  });

  it('are each their own', async () => {
    const one = createMetrics();
    createMetrics().meter.letter('sent');
    expect((await one.read()).text).not.to.contain('outcome="sent"');
  });

  it('hold on to nothing of a program that is over', async () => {
    const kept = watchedOnce();
    // What was made or looked up in this turn is let go with the next.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(kept.deref()).to.be.undefined;
  });
});

function watchedOnce(): WeakRef<object> {
  const read = () => 1;
  createMetrics().meter.watch('outbox', read);
  return new WeakRef(read);
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}
