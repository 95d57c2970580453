import { expect } from 'chai';
import { createBoundedMap } from '../../handlers/bounded-map.ts';

describe('a map with a limit', () => {
  it('forgets what was not used for longest', () => {
    const map = createBoundedMap<string, number>(2);
    map.set('one', 1);
    map.set('two', 2);
    map.get('one');
    map.set('three', 3);
    expect([map.get('one'), map.get('two'), map.get('three'), map.size()]).to.deep.equal([1, undefined, 3, 2]);
    map.delete('one');
    expect([map.get('one'), map.size()]).to.deep.equal([undefined, 1]);
  });
});
