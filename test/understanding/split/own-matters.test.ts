import { expect } from 'chai';

import { ownMatters, type PartKind } from '../../../understanding/split/own-matters.ts';

const kinds: Readonly<Record<string, PartKind>> = { 您好: 'aside', 谢谢: 'aside', 着火了: 'danger', 隔壁还有老人: 'matter', 另外路灯坏了: 'matter', 灯坏了: 'matter', 门坏了: 'matter', 漏气了: 'danger' };
const kindOf = (part: string): PartKind => kinds[part] ?? 'matter';

describe('which parts of an utterance are matters of their own', () => {
  it('leaves matters apart', () => expect(ownMatters(['灯坏了', '门坏了'], kindOf)).to.deep.equal(['灯坏了', '门坏了']));

  it('gives a greeting to what follows and thanks to what went before', () => {
    expect(ownMatters(['您好', '灯坏了', '谢谢', '门坏了', '谢谢'], kindOf)).to.deep.equal(['您好灯坏了谢谢', '门坏了谢谢']);
  });

  it('leaves one where there is no matter at all', () => expect(ownMatters(['您好', '谢谢'], kindOf)).to.deep.equal(['您好谢谢']));

  it('tells whoever hears of a danger what is said after it, unless the speaker turns to something else', () => {
    expect(ownMatters(['着火了', '隔壁还有老人', '另外路灯坏了'], kindOf)).to.deep.equal(['着火了隔壁还有老人', '另外路灯坏了']);
    expect(ownMatters(['灯坏了', '漏气了'], kindOf)).to.deep.equal(['灯坏了', '漏气了']);
  });
});
