// Chat, clock and web call handlers; handlers call domain; domain calls nothing; models implement the ports of handlers; only bot/ introduces
// them to each other. Each library has one home.

/** What the files of a folder may import besides the folder itself. */
const LAYERS = {
  domain: ['node_modules/zod/'],
  handlers: ['domain/', 'locales/', 'understanding/(understanding|plain-text)\\.ts$', 'node_modules/zod/'],
  understanding: ['locales/lexicon/', 'domain/zone\\.ts$', 'node_modules/(zod|yaml|opencc-js|pinyin-pro)/', NODE()],
  models: ['handlers/ports/', 'domain/', 'node_modules/(zod|mongoose|mongodb|mingo|bson|@seald-io/nedb)/', NODE()],
  jobs: ['handlers/', 'domain/', 'node_modules/(zod|node-cron)/'],
  locales: ['domain/zone\\.ts$', 'node_modules/i18next/'],
  web: ['handlers/', 'domain/(mechanism/mechanism|demand|whistle|directory/directory)\\.ts$', 'locales/', 'node_modules/(zod|express|helmet|vite|@vitejs|@asteasolutions/zod-to-openapi)/', 'node_modules/@types/', NODE()],
};

/** Where each library may be imported, and nowhere else. */
const HOMES = {
  '(wechaty|wechaty-[^/]+|file-box)': ['bot/wechat[^/]*\\.ts$', 'bot/sandbox/'],
  openai: ['bot/language-model[^/]*\\.ts$'],
  bottleneck: ['bot/sender\\.ts$'],
  'fast-xml-parser': ['bot/tencent/xml\\.ts$'],
  exifr: ['bot/without-traces\\.ts$'],
  '(gcoord|@turf/[^/]+)': ['bot/district/grid-at\\.ts$'],
  qrcode: ['bot/place-codes\\.ts$'],
  'chinese-days': ['bot/district/calendar\\.ts$'],
  pino: ['bot/log\\.ts$'],
  'prom-client': ['bot/metrics\\.ts$'],
  'file-type': ['bot/media-store\\.ts$', 'bot/sandbox/media\\.ts$'],
  '(csv-parse|read-excel-file)': ['bot/tables/table-files\\.ts$'],
  'write-excel-file': ['bot/tables/workbook\\.ts$'],
  '(mongoose|mongodb|mingo|bson|@seald-io/nedb)': ['models/'],
  '(express|helmet|@asteasolutions/zod-to-openapi)': ['web/'],
  'node-cron': ['jobs/schedule\\.ts$'],
  i18next: ['locales/speak\\.ts$'],
  yaml: ['bot/district/district-(check|files|sheets)\\.ts$', 'bot/district/calendar\\.ts$', 'understanding/load\\.ts$', 'scripts/'],
  '(opencc-js|pinyin-pro)': ['understanding/'],
};

function NODE() {
  return '^(node:)?(fs|fs/promises|path|url|zlib|crypto|util|net|http|module|events|timers/promises|async_hooks|os)$';
}

const from = (start) => (start.startsWith('^') ? start : `^${start}`);

const layers = Object.entries(LAYERS).map(([folder, allowed]) => ({
  name: `${folder}-reaches-too-far`,
  comment: `${folder}/ may import only itself and: ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...allowed.map(from)] },
}));

const homes = Object.entries(HOMES).map(([library, places]) => ({
  name: `${library.split(/[^a-z0-9]+/).filter(Boolean).join('-')}-away-from-home`,
  comment: `${library} may be imported only in: ${places.join(', ')}`,
  severity: 'error',
  from: { pathNot: places.map(from) },
  to: { path: `^node_modules/${library}/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...homes,
    {
      name: 'only-the-root-knows-all',
      comment: 'bot/ puts the parts together, so nothing but scripts and tests may import from it; nothing at all imports scripts or tests.',
      severity: 'error',
      from: { pathNot: '^(bot|scripts|test)/' },
      to: { path: '^(bot|scripts|test)/' },
    },
    {
      name: 'a-circle',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-found',
      comment: 'Every import leads somewhere, and every library is in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    preserveSymlinks: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/(pages|dist)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
};
