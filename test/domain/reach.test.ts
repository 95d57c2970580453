import { expect } from 'chai';
import { maySpeak } from '../../domain/reach.ts';
import { at } from '../support/local-time.ts';

const window = { kind: 'window', hours: 48, messages: 5 } as const;
const heardAt = at('2026-07-06 10:00');

describe('a channel that only answers', () => {
  it('lets the program speak within its hours of the last message', () => {
    expect(maySpeak(window, { heardAt }, at('2026-07-08 09:59'))).to.be.true;
    expect(maySpeak(window, { heardAt }, at('2026-07-08 10:00'))).to.be.false;
  });

  it('lets it speak only so often', () => {
    expect(maySpeak(window, { heardAt, saidSince: 4 }, heardAt)).to.be.true;
    expect(maySpeak(window, { heardAt, saidSince: 5 }, heardAt)).to.be.false;
  });

  it('never lets it speak first', () => {
    expect(maySpeak(window, {}, heardAt)).to.be.false;
  });
});

describe('a channel that lets everybody begin', () => {
  it('always lets it speak', () => {
    expect(maySpeak({ kind: 'always' }, {}, heardAt)).to.be.true;
  });
});
