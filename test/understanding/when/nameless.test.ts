import { expect } from 'chai';

import { pieceOf } from '../../../understanding/masking/personal-piece.ts';
import { nameless } from '../../../understanding/when/nameless.ts';
import { whenSaid } from '../../../understanding/when/when-said.ts';
import { aMorning } from '../stand-ins.ts';

describe('the words that say a time', () => {
  const text = '刘建国说，自打陈秀兰搬来就没安静过';
  const names = [pieceOf('name', text, 0, 3), pieceOf('name', text, 7, 10)];

  it('are shown without the names in them', () => {
    expect(whenSaid(text, aMorning)?.said).to.equal('自打陈秀兰搬来就');
    expect(nameless(whenSaid(text, aMorning), text, names)?.said).to.match(/^自打.*搬来就$/).and.not.include('陈秀兰');
  });

  it('stay as they are where there is none', () => {
    const when = whenSaid('昨晚刘建国家漏水', aMorning);
    expect(nameless(when, '昨晚刘建国家漏水', [pieceOf('name', '昨晚刘建国家漏水', 2, 5)])).to.equal(when);
    expect(nameless(undefined, text, names)).to.equal(undefined);
  });
});
