import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const STAMP = '.sources';

/** Where the pages' sources are, with those that they share with the server, and where the built pages go; `aside` is a folder on the same disk to build in. */
export interface PagePlaces {
  readonly sources: string;
  readonly shared?: readonly string[] | undefined;
  readonly dist: string;
  readonly aside: string;
}

/** Told, in words, that a build begins and ends. */
export interface BuildLog {
  readonly info: (message: string) => void;
}

/** Builds the pages in `sources` into `outDir`. */
export type PagesBuilder = (sources: string, outDir: string) => Promise<void>;

const OWN_PLACES: PagePlaces = { sources: folder('./pages'), shared: [folder('./schemas'), folder('../locales/shared')], dist: folder('./dist'), aside: folder('../.cache') };

/**
 * Builds the pages when they are missing or were built from other sources, and tells whether it did. The old pages
 * are served until the new ones are whole. Without sources, what is there counts as built.
 */
export async function buildPagesIfNeeded(log: BuildLog, places = OWN_PLACES, build: PagesBuilder = buildWithVite): Promise<boolean> {
  if (!existsSync(places.sources)) return false;
  const wanted = await fingerprint([places.sources, ...(places.shared ?? [])]);
  if ((await builtFrom(places.dist)) === wanted) return false;
  log.info('Building the pages');
  await buildAside(places, wanted, build);
  log.info('The pages are built');
  return true;
}

async function buildAside({ sources, dist, aside }: PagePlaces, wanted: string, build: PagesBuilder): Promise<void> {
  await mkdir(aside, { recursive: true });
  const own = await mkdtemp(join(aside, 'pages-'));
  const fresh = join(own, 'fresh');
  try {
    await build(sources, fresh);
    await compressAssets(join(fresh, 'assets'));
    await writeFile(join(fresh, STAMP), wanted);
    await swapIn({ fresh, dist, old: join(own, 'old') }, wanted);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Another process may build the same at the same time: whichever is first has its pages served. */
async function swapIn(places: { readonly fresh: string; readonly dist: string; readonly old: string }, wanted: string, tries = 3): Promise<void> {
  if ((await builtFrom(places.dist)) === wanted) return;
  try {
    if (existsSync(places.dist)) await rename(places.dist, places.old);
    await rename(places.fresh, places.dist);
  } catch (error) {
    if (tries === 0) throw error;
    await swapIn(places, wanted, tries - 1);
  }
}

/** Scripts and styles also lie beside themselves compressed, so that a page opens fast without a proxy in front. */
async function compressAssets(assets: string): Promise<void> {
  if (!existsSync(assets)) return;
  for (const name of await readdir(assets)) {
    if (/\.(?:js|css)$/.test(name)) await writeFile(join(assets, `${name}.gz`), gzipSync(await readFile(join(assets, name)), { level: 9 }));
  }
}

/** Vite is loaded only for a build, and leaves the environment as it found it. */
async function buildWithVite(sources: string, outDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  const { build } = await import('vite');
  try {
    await build({ configFile: join(sources, 'vite.config.ts'), mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}

async function fingerprint(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const sources of folders) {
    const entries = await readdir(sources, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(relative(sources, file)).update('\0').update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

async function builtFrom(dist: string): Promise<string | undefined> {
  return readFile(join(dist, STAMP), 'utf8').catch(() => undefined);
}

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildPagesIfNeeded(console);
