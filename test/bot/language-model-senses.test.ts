import { expect } from 'chai';
import { readConfig } from '../../bot/config.ts';
import { createDescribePicture, createTranscribe, sensesFor } from '../../bot/language-model-senses.ts';
import type { ModelCall } from '../../handlers/meter.ts';
import { aModelServer, fails, hangs, hears, says, type ModelServer } from '../support/model-server.ts';

describe('the model that hears and sees', () => {
  let server: ModelServer;
  let calls: ModelCall[];
  const now = () => new Date('2026-07-06T10:00:00+08:00');
  const parts = () => ({ now, meter: { modelCalled: (call: ModelCall) => void calls.push(call) }, log: { warn: () => undefined } });
  const settings = (withinMs = 2000) => ({ ...parts(), apiKey: 'k', baseURL: server.url, model: 'a-model', withinMs });
  const voice = { bytes: Buffer.from('some sound'), type: 'audio/mpeg' };
  const picture = { bytes: Buffer.from('some picture'), type: 'image/jpeg' };

  beforeEach(async () => {
    server = await aModelServer(hears('  东门的路灯坏了 '));
    calls = [];
  });
  afterEach(() => server.stop());

  it('writes a voice down', async () => {
    expect(await createTranscribe(settings())(voice)).to.equal('东门的路灯坏了');
    expect(server.requests[0]?.raw).to.include('some sound').and.include('a-model').and.include('voice.mpeg');
    expect(calls.map(({ outcome }) => outcome)).to.deep.equal(['answered']);
  });

  it('gives nothing when the server is slow, broken or silent, and leaves it alone after three times', async () => {
    const transcribe = createTranscribe(settings(80));
    server.answers(hangs(), fails(500), hears(''), hears('又好了'));
    for (let nth = 0; nth < 4; nth++) expect(await transcribe(voice)).to.equal(undefined);
    expect(calls.map(({ outcome }) => outcome)).to.deep.equal(['timed-out', 'failed', 'unusable']);
    expect(server.requests).to.have.length(3);
  });

  it('says in a line what a picture shows, and takes nothing else for an answer', async () => {
    const describePicture = createDescribePicture(settings());
    server.answers(says(JSON.stringify({ description: '路边垃圾桶满了，\n袋子堆在地上' })), says('It shows a bin.'), says(JSON.stringify({ description: '满'.repeat(61) })));
    expect(await describePicture(picture)).to.equal('路边垃圾桶满了， 袋子堆在地上');
    expect(server.requests[0]?.raw).to.include(`data:image/jpeg;base64,${picture.bytes.toString('base64')}`);
    expect(await describePicture(picture)).to.equal(undefined);
    expect(await describePicture(picture)).to.equal(undefined);
  });

  it('is not asked about pictures that are too large, and thought none the worse of for them', async () => {
    const describePicture = createDescribePicture(settings());
    server.answers(says(JSON.stringify({ description: '路灯' })));
    for (let nth = 0; nth < 3; nth++) expect(await describePicture({ ...picture, bytes: Buffer.alloc(4 * 1024 * 1024 + 1) })).to.equal(undefined);
    expect(calls).to.deep.equal([]);
    expect(await describePicture(picture)).to.equal('路灯');
  });

  it('is not asked unless the settings say so', () => {
    expect(sensesFor(readConfig({ OPENAI_TRANSCRIPTION_MODEL: 'w', OPENAI_PICTURES: 'on' }, []), parts())).to.deep.equal({});
    expect(sensesFor(readConfig({ OPENAI_API_KEY: 'k' }, []), parts())).to.deep.equal({ transcribe: undefined, describePicture: undefined });
    expect(sensesFor(readConfig({ OPENAI_API_KEY: 'k', OPENAI_TRANSCRIPTION_MODEL: 'w', OPENAI_PICTURES: 'on' }, []), parts())).to.include.keys('transcribe', 'describePicture');
  });
});
