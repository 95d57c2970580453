import { expect } from 'chai';
import { z } from 'zod';
import { aSmallWeb, type SmallWeb } from '../support/small-web.ts';

const Content = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }));
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string().min(4),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.looseObject({}) })).optional(),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.looseObject({ description: z.string().min(1), content: Content })),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post']), Operation).or(z.partialRecord(z.enum(['get', 'post']), Operation))),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})), securitySchemes: z.looseObject({ bearer: z.looseObject({ type: z.literal('http') }) }) }),
});

const EVERY = [
  'get /api/assessments/{period}',
  'get /api/assessments/{period}/export',
  'get /api/assessments/{period}/{unit}/cases',
  'get /api/call-backs',
  'get /api/demands',
  'get /api/demands/{id}',
  'get /api/demands/{id}/file',
  'get /api/demands/{id}/media/{media}',
  'get /api/grids/{id}/records',
  'get /api/grids/{id}/records.csv',
  'get /api/grids/{id}/team',
  'get /api/heat',
  'get /api/hotspots',
  'get /api/labelled-cases',
  'get /api/matter/{token}',
  'get /api/matter/{token}/media/{media}',
  'get /api/results',
  'get /api/results/export',
  'get /api/results/untold',
  'get /api/services',
  'get /api/session',
  'get /api/setup',
  'get /api/setup/people',
  'get /api/sources',
  'get /api/sources/imports',
  'get /api/sources/imports/{id}',
  'get /api/sources/template',
  'get /api/stream',
  'get /api/today',
  'get /api/trends',
  'get /api/words',
  'get /healthz',
  'get /metrics',
  'get /openapi.json',
  'get /readyz',
  'get /sandbox/clock',
  'get /sandbox/demands',
  'get /sandbox/demands/{id}',
  'get /sandbox/media/{id}',
  'get /sandbox/messages',
  'get /sandbox/people',
  'get /sandbox/rooms',
  'get /sandbox/stream',
  'post /api/assessments/{period}/scores',
  'post /api/assessments/{period}/what-if',
  'post /api/demands/{id}/commands',
  'post /api/demands/{id}/reveal',
  'post /api/intake',
  'post /api/matter/{token}/rating',
  'post /api/matter/{token}/words',
  'post /api/results/again',
  'post /api/session',
  'post /api/session/end',
  'post /api/setup/admins',
  'post /api/setup/directory',
  'post /api/sources/imports',
  'post /sandbox/clock',
  'post /sandbox/messages',
  'post /sandbox/people',
  'post /sandbox/settle',
];

describe('the OpenAPI document', () => {
  let web: SmallWeb;
  let text: string;
  let document: z.infer<typeof Document>;
  before(async () => {
    web = await aSmallWeb();
    text = await (await web.get('/openapi.json')).text();
    document = Document.parse(JSON.parse(text));
  });
  after(() => web.stop());

  function operations(): [string, z.infer<typeof Operation>][] {
    return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]): [string, z.infer<typeof Operation>] => [`${method} ${path}`, Operation.parse(one)]));
  }

  it('describes every endpoint', () => {
    expect(operations().map(([name]) => name).sort()).to.deep.equal(EVERY);
  });

  it('names each operation once', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('refers only to what it holds', () => {
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(names).to.include.members(['Demand', 'Problem', 'Intake', 'Command']);
    expect(Object.keys(document.components.schemas)).to.include.members([...new Set(names)]);
  });

  it('describes every parameter of a path', () => {
    for (const [name, { parameters = [] }] of operations()) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
      expect(parameters.filter((one) => one.in === 'path').map((one) => one.name), name).to.deep.equal(inPath);
    }
  });

  it('says which calls need a token, and that they may lack it', () => {
    for (const [name, { security, responses }] of operations()) {
      const known = name.includes('/api/') && name !== 'post /api/session' && !name.includes('/api/matter/');
      expect(security !== undefined, name).to.equal(known);
      expect('401' in responses, name).to.equal(known);
    }
  });

  it('holds the filters of the list and the commands', () => {
    const list = new Map(operations()).get('get /api/demands');
    expect(list?.parameters?.map(({ name }) => name)).to.deep.equal(['status', 'tier', 'unit', 'grid', 'category', 'source', 'q', 'cursor', 'limit']);
    expect(list?.parameters?.at(-1)?.schema).to.deep.equal({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
    expect(text).to.contain('"decide-objection"').and.to.contain('"answer-revisit"');
  });

  it('holds only patterns that other programs can read', () => {
    const patterns = [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern]) => z.string().parse(JSON.parse(pattern ?? '')));
    expect(patterns).not.to.be.empty;
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u'), pattern).not.to.throw();
  });

  it('speaks the language asked for', async () => {
    expect(await (await web.get('/openapi.json', { 'accept-language': 'en' })).json()).to.have.nested.property('info.title', 'Shaozi API');
  });
});
