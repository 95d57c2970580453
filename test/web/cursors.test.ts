import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { problemIn } from '../support/problem-in.ts';

describe('a list that is to go on from a place that no list gave', () => {
  const play = aPlay();
  const encoded = (place: string) => Buffer.from(place).toString('base64url');

  for (const path of ['/api/demands?', '/api/results?source=mayor-hotline&', '/api/deliberations?', '/api/resources?', '/api/needs?', '/api/projects?']) {
    it(`is a 400 that says where cursors come from: ${path}`, async () => {
      const { url, adminToken } = play.product();
      for (const cursor of ['zzz', 'AAAA', 'MjAyNg==', encoded('2026-99-99T00:00:00.000Z 10001'), `${encoded('2026-07-06T00:00:00.000Z 10001')}=`]) {
        const response = await fetch(`${url}${path}cursor=${cursor}`, { headers: { authorization: `Bearer ${adminToken}` } });
        expect(await problemIn(response), cursor).to.include({ status: 400, type: 'urn:shaozi:problem:bad-cursor', detail: 'cursor 要照抄上一页回答里的 next；要从头看，就不写 cursor。' });
      }
    });
  }
});
