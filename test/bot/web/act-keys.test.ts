import { expect } from 'chai';
import { createActKeys } from '../../../bot/web/act-keys.ts';
import { asksOtherwise, isSameAct } from '../../../handlers/cause.ts';

describe('what is asked under a key of the caller', () => {
  const causeOf = createActKeys(Buffer.alloc(32, 7));

  it('is the same however its fields are ordered', () => {
    expect(causeOf('zhou', 'k', { type: 'finish', result: 'x' })).to.equal(causeOf('zhou', 'k', { result: 'x', type: 'finish' }));
  });

  it('is another thing where anything in it differs, however deep', () => {
    const marks = (speed: number) => causeOf('zhou', 'k', { type: 'rate-callee', unit: 'u', marks: { speed } });
    expect(asksOtherwise(marks(1), marks(5))).to.be.true;
    expect(asksOtherwise(marks(5), marks(5))).to.be.false;
  });

  it('is of its caller alone', () => {
    expect(isSameAct(causeOf('zhou', 'k', { type: 'take' }), causeOf('wang', 'k', { type: 'take' }))).to.be.false;
  });

  it('shows neither the key nor what was asked', () => {
    expect(causeOf('zhou', 'a-long-key', { type: 'finish', result: 'words' })).not.to.match(/zhou|a-long-key|finish|words/);
  });
});
