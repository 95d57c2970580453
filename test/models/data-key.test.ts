import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { BadDataKey, createSearchTokens, keyFor, readDataKey } from '../../models/data-key.ts';
import { temporaryFolder } from './support/stores.ts';

const key = Buffer.alloc(32, 7);

describe('the data key', () => {
  let dataDir: string;
  let remove: () => Promise<void>;
  beforeEach(async () => { ({ folder: dataDir, remove } = await temporaryFolder()); });
  afterEach(() => remove());

  const refusal = async (work: Promise<unknown>): Promise<unknown> => await work.then(() => undefined, (error: unknown) => error);

  it('is the one in the setting', async () => {
    expect(await readDataKey({ setting: key.toString('base64'), dataDir })).to.deep.equal({ key, created: false });
  });

  it('is made at the first start, for its owner only, and stays the same', async () => {
    const first = await readDataKey({ dataDir });
    expect(first.created).to.equal(true);
    expect((await stat(join(dataDir, 'data.key'))).mode & 0o777).to.equal(0o600);
    expect(await readDataKey({ dataDir })).to.deep.equal({ key: first.key, created: false });
  });

  it('is one and the same for two that start together', async () => {
    const [one, other] = await Promise.all([readDataKey({ dataDir }), readDataKey({ dataDir })]);
    expect(one.key.equals(other.key)).to.equal(true);
    expect([one.created, other.created]).to.have.members([true, false]);
  });

  it('is refused when it is too short, or no base64', async () => {
    expect(await refusal(readDataKey({ setting: 'c2hvcnQ=', dataDir }))).to.be.instanceOf(BadDataKey);
    expect(await refusal(readDataKey({ setting: '!'.repeat(44), dataDir }))).to.be.instanceOf(BadDataKey);
  });

  it('is never replaced when its file is damaged', async () => {
    await writeFile(join(dataDir, 'data.key'), 'rubbish');
    expect(await refusal(readDataKey({ dataDir }))).to.be.instanceOf(BadDataKey);
    expect(await readFile(join(dataDir, 'data.key'), 'utf8')).to.equal('rubbish');
  });

  it('gives a different key for each purpose', () => {
    expect(keyFor('search', key).equals(keyFor('person-keys', key))).to.equal(false);
    expect(keyFor('search', key).equals(keyFor('search', key))).to.equal(true);
  });
});

describe('search tokens', () => {
  const tokens = createSearchTokens(key);
  const finds = (text: string, query: string): boolean => {
    const kept = new Set(tokens(text));
    return tokens(query).length > 0 && tokens(query).every((token) => kept.has(token));
  };

  it('find a text by part of it', () => {
    expect(finds('四号楼东侧路灯不亮', '路灯')).to.equal(true);
    expect(finds('四号楼东侧路灯不亮', '路灯不亮')).to.equal(true);
    expect(finds('四号楼东侧路灯不亮', '井盖')).to.equal(false);
  });

  it('find words and numbers whole, in any width and case', () => {
    expect(finds('WiFi 坏了，3号楼', 'ｗｉｆｉ')).to.equal(true);
    expect(finds('WiFi 坏了，3号楼', '3号楼')).to.equal(true);
    expect(finds('13号楼', '3号楼')).to.equal(false);
  });

  it('find nothing for a single character or punctuation', () => {
    expect(tokens('灯')).to.deep.equal([]);
    expect(tokens('，。!')).to.deep.equal([]);
  });

  it('say nothing without the key, and each thing once', () => {
    expect(createSearchTokens(Buffer.alloc(32, 8))('路灯')).to.not.deep.equal(tokens('路灯'));
    expect(tokens('路灯路灯')).to.have.length(2);
    expect(tokens('路灯')[0]).to.match(/^[\w-]{11}$/);
  });
});
