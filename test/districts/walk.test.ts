import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { districtFile, districtNames, readMechanism } from '../../bot/district/district-files.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { readDirectory } from '../support/demo-directory.ts';
import { walkerOf, type Walked } from '../support/walk-district.ts';

const INVENTED = import.meta.dirname;

/** Every district there is, and the invented ones of the test data with directories of their own. */
const DISTRICTS = [
  ...districtNames().map((name) => ({ name, file: districtFile(`${name}.yaml`), directory: districtFile('demo') })),
  ...readdirSync(INVENTED).filter((file) => file.endsWith('.yaml')).map((file) => ({ name: file, file: join(INVENTED, file), directory: join(INVENTED, file.replace('.yaml', '')) })),
];

for (const { name, file, directory: folder } of DISTRICTS) {
  const mechanism = readMechanism(file);
  describe(`every path of ${name}`, () => {
    let walker: ReturnType<typeof walkerOf>;
    let directory: Directory;
    before(async () => {
      directory = await readDirectory(folder);
      walker = walkerOf(mechanism, directory);
    });

    function ends({ past, stages }: Walked): void {
      expect(past.demand.phase.status).to.equal('closed');
      expect(past.demand.clocks, 'clocks that still run').to.deep.equal([]);
      expect(past.demand.whistles.every(({ status }) => status === 'ended')).to.be.true;
      const order = mechanism.stages.map(({ id }) => id);
      const went = stages.map((stage) => order.indexOf(stage));
      expect(went, stages.join(' → ')).to.deep.equal([...went].sort((a, b) => a - b));
      expect(went.at(-1)).to.equal(order.length - 1);
    }

    it('has a class for every unit of its directory', () => expect(walker.strangers().map(({ id, class: kind }) => `${id} ${kind}`)).to.deep.equal([]));

    for (const { id, tier } of mechanism.grades) it(`leads to an end at grade ${id}`, () => ends(walker.grade(tier)));

    for (const chain of mechanism.chains) {
      for (const kind of chain.pool === undefined ? mechanism.kinds : mechanism.kinds.slice(0, 1)) {
        it(`leads to an end from ${chain.name['zh-CN']}${chain.pool === undefined ? `, ${kind.name['zh-CN']}` : ''}`, () => {
          const walked = walker.chain(chain, kind);
          ends(walked);
          expect(walked.past.demand.whistles.map((whistle) => [whistle.chain, whistle.kind])).to.deep.equal(chain.pool === undefined ? [[chain.id, kind.id]] : []);
          expect(walked.past.demand.pools?.map((pool) => [pool.chain, pool.status]) ?? []).to.deep.equal(chain.pool === undefined ? [] : [[chain.id, 'full']]);
        });
      }
    }
  });
}
