import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import exifr from 'exifr';
import { createMediaFolder } from '../../bot/media-folder.ts';
import { createMediaStore } from '../../bot/media-store.ts';
import { aJpeg, aPng, aWebp } from '../support/pictures.ts';

describe('the media store', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'media-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const kept = async (bytes: Uint8Array) => {
    const store = createMediaStore(createMediaFolder(folder), () => new Date());
    const put = await store.put(bytes, 'IMG_1.jpg');
    return put.ok ? Buffer.from((await store.get(put.id))?.bytes ?? []) : put.refusal;
  };
  const secret = 'PHONE OF WANG';

  it('keeps a photograph without place, device and thumbnail, the right way up', async () => {
    const photo = aJpeg({ latitude: 30.5, longitude: 114.25, orientation: 6, comment: secret, behind: secret });
    expect(await exifr.gps(photo)).to.deep.equal({ latitude: 30.5, longitude: 114.25 });
    const bare = await kept(photo);
    if (typeof bare === 'string') throw new Error(bare);
    expect(await exifr.gps(bare)).to.equal(undefined);
    expect(bare.includes(secret)).to.equal(false);
    expect(await exifr.orientation(bare)).to.equal(6);
    expect(bare.subarray(-2)).to.deep.equal(Buffer.from([0xff, 0xd9]));
  });

  it('keeps other pictures without what was written beside them', async () => {
    for (const picture of [aPng(secret), aWebp(secret)]) {
      const bare = await kept(picture);
      if (typeof bare === 'string') throw new Error(bare);
      expect(picture.includes(secret)).to.equal(true);
      expect(bare.includes(secret)).to.equal(false);
      expect(bare.length).to.be.above(20);
    }
  });

  it('refuses a photograph that ends in the middle, and what is none', async () => {
    expect(await kept(aJpeg({ latitude: 1, longitude: 1, comment: secret }).subarray(0, 60))).to.equal('wrong-kind');
    expect(await kept(Buffer.from('hello'))).to.equal('wrong-kind');
  });
});
