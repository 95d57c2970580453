import { expect } from 'chai';
import { call } from '../../scripts/sandbox-http.ts';
import { SourceKinds } from '../../web/schemas/sources.ts';
import { startInProcess, stopAll } from '../support/product.ts';
import { aSourceServer } from '../support/source-server.ts';

/** What the districts' own documents name as sources besides chats, by the names in their files. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  shunyi: ['热线转办', '党建工作协调会', '园区走访', '网格巡查'],
  guandu: ['热线转办', '楼栋长反映', '联盟单位走访', '网格巡查'],
  wuchang: ['网格巡查', '入户走访', '群聊主动发现', '市长热线', '城市留言板', '阳光信访', '区热线', '媒体曝光', '网络舆情', '领导调研接访批示', '督办件'],
  chaoyang: ['党建工作协调委员会联席会议', '党政群共商共治', '社区主任例会', '政府热线', '媒体曝光', '两代表一委员'],
  panlong: ['街巷长反映', '社区专员反映', '政务服务窗口', '重大项目现场', '热线转办'],
};
const SECRET = 'one-secret-for-all-of-them';

describe('every source of a district', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  for (const [district, names] of Object.entries(NAMED)) {
    it(`hands in, is told how it ended and can fetch it: ${district}`, async () => {
      const server = await aSourceServer(SECRET);
      const before = await startInProcess({ env: { DISTRICT: district } });
      const { items } = await call(before.url, '/api/sources', SourceKinds, undefined, before.adminToken);
      await before.stop();
      expect(items.map(({ name }) => name)).to.include.members([...names]);
      expect(items.filter(({ port, follow }) => port === 'system' && !follow)).to.deep.equal([]);

      const ids = items.map(({ id }) => id);
      const product = await startInProcess({ env: { DISTRICT: district, RESULT_URLS: ids.map((id) => `${id}=${server.url}`).join(','), RESULT_SECRETS: ids.map((id) => `${id}=${SECRET}`).join(',') } });
      for (const source of ids) {
        const { id } = await product.client.intake({ source, externalId: `X-${source}`, text: '银杏花园2号楼楼下垃圾桶满了没人清' });
        expect(await product.client.command(id, { type: 'finish', result: '已清运' }), source).to.deep.include({ ok: true });
        await product.client.settle();
        expect((await product.client.results(source)).items.map(({ externalId, result }) => [externalId, result]), source).to.deep.equal([[`X-${source}`, '已清运']]);
      }
      expect(server.heard.map(({ body, signed }) => [body['externalId'], body['source'], body['status'], signed])).to.deep.equal(ids.map((id) => [`X-${id}`, id, 'done', true]));
      await server.stop();
    });
  }
});
