import { expect } from 'chai';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { createParseAddress } from '../../../understanding/address/address-tagger.ts';
import { packAddressWeights, readAddressWeights } from '../../../understanding/address/address-weights.ts';
import { trainAddress } from '../../../understanding/address/train-address.ts';

describe('the parts of an address', () => {
  const parse = createParseAddress(readAddressWeights(readFileSync('understanding/weights/address.bin')));

  it('are told from the province to the room', () => {
    expect(parse('江南省柳城市梧桐区望江街12号锦绣花园3栋2单元501室')).to.deep.equal([
      ['江南省', 'prov'], ['柳城市', 'city'], ['梧桐区', 'district'], ['望江街', 'road'], ['12号', 'roadno'],
      ['锦绣花园', 'poi'], ['3栋', 'houseno'], ['2单元', 'cellno'], ['501室', 'roomno'],
    ]);
  });

  it('are together the whole text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(parse(text).map(([part]) => part).join('')).to.equal(text);
      }),
    );
  });

  it('are learnt from marked addresses and kept in a file', () => {
    const examples = ['梧桐路1号', '望江路23号', '桂花路456号'].map((text) => ({ text, spans: [[text.slice(0, 3), 'road'], [text.slice(3), 'roadno']] as const }));
    const weights = trainAddress(examples, { rows: 1024, rounds: 5 });
    const learnt = createParseAddress(readAddressWeights(packAddressWeights(weights)));
    expect(learnt('柳荫路78号')).to.deep.equal([['柳荫路', 'road'], ['78号', 'roadno']]);
  });
});
