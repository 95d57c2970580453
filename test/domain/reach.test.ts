import { expect } from 'chai';
import { maySpeak, windowAfter } from '../../domain/reach.ts';
import { at } from '../support/local-time.ts';

const proactive = { kind: 'window', hours: 48, messages: 5 } as const;
const heardAt = at('2026-07-06 10:00');
const opened = windowAfter(proactive, undefined, heardAt);

describe('a channel that only answers', () => {
  it('lets the program speak within its hours of the last message', () => {
    expect(maySpeak(proactive, opened, at('2026-07-08 09:59'))).to.be.true;
    expect(maySpeak(proactive, opened, at('2026-07-08 10:00'))).to.be.false;
  });

  it('lets it speak only so often', () => {
    expect(opened?.left).to.equal(5);
    expect(maySpeak(proactive, { until: at('2026-07-08 10:00'), left: 1 }, heardAt)).to.be.true;
    expect(maySpeak(proactive, { until: at('2026-07-08 10:00'), left: 0 }, heardAt)).to.be.false;
  });

  it('never lets it speak first', () => {
    expect(maySpeak(proactive, undefined, heardAt)).to.be.false;
  });

  it('does not close what a later message had opened when an earlier one is brought after it', () => {
    expect(windowAfter(proactive, opened, at('2026-07-06 09:00'))).to.deep.equal(opened);
  });

  it('opens a little after a scan, and closes nothing that is open longer', () => {
    const scanned = { forMs: 60_000, messages: 3 };
    expect(windowAfter(proactive, undefined, heardAt, scanned)).to.deep.equal({ until: at('2026-07-06 10:01'), left: 3 });
    expect(windowAfter(proactive, opened, at('2026-07-06 11:00'), scanned)).to.deep.equal(opened);
    expect(windowAfter(proactive, opened, at('2026-07-09 11:00'), scanned)).to.deep.equal({ until: at('2026-07-09 11:01'), left: 3 });
  });
});

describe('a channel that lets everybody begin', () => {
  it('always lets it speak', () => {
    expect(maySpeak({ kind: 'always' }, undefined, heardAt)).to.be.true;
    expect(windowAfter({ kind: 'always' }, undefined, heardAt)).to.be.undefined;
  });
});
