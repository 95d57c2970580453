import { expect } from 'chai';
import { aSmallWeb } from '../support/small-web.ts';

describe('the log of requests', () => {
  const secret = 'Zm9ydHktdHdvLWxldHRlcn';

  /** What stands in the log once the answer was given. */
  async function loggedOf(path: string): Promise<string> {
    const web = await aSmallWeb();
    await (await web.get(path)).text();
    await web.stop();
    return JSON.stringify(web.logged);
  }

  for (const path of ['/api/matter/10023-SECRET', '/api/matter/10023-SECRET/media/a-picture', '/api/matter/SECRET', '/r/10023-SECRET']) {
    it(`never holds what opens a resident's matter: ${path}`, async () => {
      const logged = await loggedOf(path.replace('SECRET', secret));
      expect(logged).to.include(path.slice(0, path.indexOf('SECRET')).replace(/-$/, '')).and.not.include(secret);
    });
  }

  it('says which demand was asked for', async () => expect(await loggedOf('/api/demands/10023')).to.include('/api/demands/10023'));
});
