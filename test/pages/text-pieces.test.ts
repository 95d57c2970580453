import { expect } from 'chai';
import fc from 'fast-check';
import { piecesOf } from '../../web/pages/sandbox/text-pieces.ts';

describe('the text of a message', () => {
  it('lets an address and a known number be pressed', () => {
    expect(piecesOf('0318-0012 已办结，见 http://localhost:3000/r/a1?x=2。谢谢', ['0318-0012'])).to.deep.equal([
      { kind: 'demand', text: '0318-0012' },
      { kind: 'text', text: ' 已办结，见 ' },
      { kind: 'link', text: 'http://localhost:3000/r/a1?x=2' },
      { kind: 'text', text: '。谢谢' },
    ]);
  });

  it('follows no other kind of address', () => {
    expect(piecesOf('javascript:alert(1) data:text/html,x', [])).to.deep.equal([{ kind: 'text', text: 'javascript:alert(1) data:text/html,x' }]);
  });

  it('does not take a part of a longer number for a demand', () => {
    expect(piecesOf('10318-00121', ['0318-0012'])).to.deep.equal([{ kind: 'text', text: '10318-00121' }]);
  });

  it('is never changed by being cut', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, ids) => {
        expect(piecesOf(text, ids).map((piece) => piece.text).join('')).to.equal(text);
      }),
    );
  });
});
