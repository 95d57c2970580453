import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { buildPagesIfNeeded, type PagePlaces } from '../../web/build.ts';

describe('building the pages', () => {
  let root: string;
  let places: PagePlaces;
  let builds: number;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'pages-'));
    places = { sources: join(root, 'sources'), dist: join(root, 'dist'), aside: join(root, 'aside') };
    builds = 0;
    await mkdir(join(places.sources, 'desk'), { recursive: true });
    await writeFile(join(places.sources, 'desk/index.html'), 'first');
  });

  afterEach(() => rm(root, { recursive: true }));

  const build = () => buildPagesIfNeeded({ info: () => undefined }, places, copying);

  async function copying(sources: string, outDir: string): Promise<void> {
    builds++;
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, 'index.html'), await readFile(join(sources, 'desk/index.html')));
  }

  const built = () => readFile(join(places.dist, 'index.html'), 'utf8');

  it('happens when there are none', async () => {
    expect(await build()).to.equal(true);
    expect(await built()).to.equal('first');
  });

  it('does not happen again while the sources stay the same', async () => {
    await build();
    expect(await build()).to.equal(false);
    expect(builds).to.equal(1);
  });

  it('happens when a source changed, was added or was taken away', async () => {
    await build();
    await writeFile(join(places.sources, 'desk/index.html'), 'second');
    expect(await build()).to.equal(true);
    expect(await built()).to.equal('second');
    await writeFile(join(places.sources, 'more.ts'), '');
    expect(await build()).to.equal(true);
    await rm(join(places.sources, 'more.ts'));
    expect(await build()).to.equal(true);
  });

  it('keeps the old pages, and tries again next time, when it fails', async () => {
    await build();
    await writeFile(join(places.sources, 'desk/index.html'), 'broken');
    const failed = await buildPagesIfNeeded({ info: () => undefined }, places, () => Promise.reject(new Error('no'))).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Error);
    expect(await built()).to.equal('first');
    expect(await build()).to.equal(true);
  });

  it('is whole when several processes begin it at once', async () => {
    let begun = 0;
    let letAllGo = (): void => undefined;
    const allHaveBegun = new Promise<void>((resolve) => (letAllGo = resolve));
    const together = async (sources: string, outDir: string): Promise<void> => {
      await copying(sources, outDir);
      if (++begun === 3) letAllGo();
      await allHaveBegun;
    };
    await Promise.all([1, 2, 3].map(() => buildPagesIfNeeded({ info: () => undefined }, places, together)));
    expect(await built()).to.equal('first');
    expect(await build()).to.equal(false);
    expect(await readdir(places.aside)).to.deep.equal([]);
  });

  it('leaves nothing beside the pages', async () => {
    await build();
    await writeFile(join(places.sources, 'desk/index.html'), 'second');
    await build();
    expect(await readdir(places.aside)).to.deep.equal([]);
  });

  it('is not needed where only the built pages were delivered', async () => {
    await build();
    await rm(places.sources, { recursive: true });
    expect(await build()).to.equal(false);
    expect(await built()).to.equal('first');
  });

  it('makes the sandbox page from the real sources, small and without code in its HTML', async function () {
    this.timeout(60_000);
    const before = process.env['NODE_ENV'];
    const own: PagePlaces = { ...places, sources: join(import.meta.dirname, '../../web/pages') };
    await buildPagesIfNeeded({ info: () => undefined }, own);
    const html = await readFile(join(places.dist, 'sandbox/index.html'), 'utf8');
    expect(html).to.match(/<script type="module" crossorigin src="\/assets\/[^"]+\.js"><\/script>/);
    expect(html).not.to.match(/<script>|https?:\/\//);
    const scripts = (await readdir(join(places.dist, 'assets'))).filter((name) => name.startsWith('sandbox') && name.endsWith('.js'));
    const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(join(places.dist, 'assets', name))).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).to.be.within(1, 60 * 1024);
    expect(process.env['NODE_ENV']).to.equal(before);
  });
});
