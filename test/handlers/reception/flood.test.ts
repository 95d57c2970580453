import { expect } from 'chai';
import { createFloodGuard } from '../../../handlers/reception/flood.ts';
import { at } from '../../support/local-time.ts';

const said = (account: string, time = '2026-07-06 10:00', room?: string) => ({ channel: 'c', account, room, at: at(time) });

describe('the limit of messages in a minute', () => {
  it('takes so many of each account, and answers the first too many only', () => {
    const guard = createFloodGuard(2);
    expect([1, 2, 3, 4].map(() => guard.judge(said('loud')))).to.deep.equal(['taken', 'taken', 'refused-first', 'refused']);
    expect(guard.judge(said('quiet'))).to.equal('taken');
  });

  it('begins anew each minute', () => {
    const guard = createFloodGuard(1);
    guard.judge(said('loud'));
    expect(guard.judge(said('loud'))).to.equal('refused-first');
    expect(guard.judge(said('loud', '2026-07-06 10:01'))).to.equal('taken');
  });

  it('counts by when a message was said, so that a night is taken whole', () => {
    const guard = createFloodGuard(1);
    const verdicts = Array.from({ length: 60 }, (_, minute) => guard.judge(said('p', `2026-07-06 02:${String(minute).padStart(2, '0')}`)));
    expect(new Set(verdicts)).to.deep.equal(new Set(['taken']));
  });

  it('lets a group say five times as much as one of it', () => {
    const guard = createFloodGuard(1);
    const verdicts = Array.from({ length: 7 }, (_, i) => guard.judge(said(`p${i}`, '2026-07-06 10:00', 'group')));
    expect(verdicts).to.deep.equal(['taken', 'taken', 'taken', 'taken', 'taken', 'refused-first', 'refused']);
  });

  it('is off when it is 0', () => {
    const guard = createFloodGuard(0);
    expect(Array.from({ length: 100 }, () => guard.judge(said('p'))).every((verdict) => verdict === 'taken')).to.be.true;
  });
});
