import { expect } from 'chai';
import fc from 'fast-check';
import { legible } from '../../../handlers/reception/legible.ts';

describe('a text that people are to read', () => {
  it('has no control characters, marks of direction or halves of a character', () => {
    expect(legible('\u0000\u0007\u001b[31m路灯\u202e坏了\u2066 \ud83d楼道\udc00')).to.equal('路灯坏了 楼道');
  });

  it('keeps its lines, and pictures made of several characters', () => {
    for (const text of ['一行\n\t二行\r\n', '👨‍👩‍👧 ❤️ 垃圾[捂脸]', '第3条[31m']) expect(legible(text)).to.equal(text);
  });

  it('can be stored and read again as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Buffer.from(legible(text), 'utf8').toString('utf8') === legible(text)));
  });
});
