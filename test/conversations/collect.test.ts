import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('网格员一次采集', () => {
  const play = aPlay();
  const worker = play.person('p-yxl1-w');
  const neighbour = play.person('p-yxl2-w');
  const secretary = play.person('p-yxl-1');
  const li = play.person('p-yxl1-2');

  it('不知道怎么写，就教怎么写', async () => {
    (await worker.says('采集')).hears(['采集 房屋 6号楼2单元203', '采集 人员 王兰', '采集 进度']);
  });

  it('一项一项问，写错了说清楚，不知道可以跳过', async () => {
    (await worker.says('采集 房屋 6号楼2单元203')).hears(['6号楼2单元203（已填 0/6）', '用途', '1 自住', '4 经营']);
    (await worker.says('养猪')).hears(['没有“养猪”这一项', '1 自住']);
    (await worker.says('2')).hears(['已存', '面积', '写数字']);
    (await worker.says('很大')).hears('“很大”不是数字');
    (await worker.says('99999')).hears('面积不会超过 5000');
    (await worker.says('89平')).hears(['已填 2/6', '常住人数']);
    (await worker.says('跳过')).hears('户主');
    (await worker.says('停')).hears(['先停', '还有 4 项']);
  });

  it('一条消息写全，读回来确认了才算；问过的不再问', async () => {
    (await worker.says('采集 房屋 6号楼2单元203 3口人 户主李建平 电话13800001111 阳台朝南')).hears(['【6号楼2单元203】读到', '常住人数：3', '户主：李建平', '联系电话：13800001111', '没看懂：阳台朝南']);
    (await worker.says('人数 4')).hears('常住人数：4');
    (await worker.says('1')).hears(['已存', '已填 5/6', '隐患']);
    (await worker.says('无')).hears('已填完');
    (await worker.says('采集 房屋 6号楼2单元203')).hears('已填完');
  });

  it('更正一项，原来的值留痕', async () => {
    (await worker.says('采集 房屋 6号楼2单元203 自住')).hears('用途：出租 → 自住');
    (await worker.says('对')).hears('已填完');
    (await worker.says('采集 看 房屋 6号楼2单元203')).hears(['用途：自住', '面积：89', '联系电话：13800001111', '更正过 1 次']);
  });

  it('名录里有的、这户已知的都不再问：住哪、电话、用途', async () => {
    (await worker.says('采集 人员 李建平')).hears(['李建平（已填 2/5）', '户籍']);
    (await worker.says('流动')).hears('关爱对象');
    (await worker.says('独居')).hears(['志愿者', '1 是']);
    (await worker.says('否')).hears('已填完');
  });

  it('名录里没有的人，先问住哪一户', async () => {
    (await worker.says('采集 人员 何秀英')).hears('何秀英住在哪一户');
    (await worker.says('6号楼2单元203')).hears(['已填 1/5', '联系电话']);
    (await worker.says('停')).hears('先停');
  });

  it('进度一看就知道；书记看得到本社区各网格', async () => {
    (await worker.says('采集 进度')).hears(['【银杏里第一网格】', '房屋 1/486，填完 1', '人员 2，填完 1']);
    (await secretary.says('采集 进度')).hears(['【银杏里第一网格】', '房屋 1/486', '【银杏里第二网格】', '房屋 0/503']);
  });

  it('没有权限的看不到：书记看不到电话，别的网格员看不到这一户，居民的话不当指令', async () => {
    (await secretary.says('采集 看 房屋 6号楼2单元203')).hears(['户主：李建平', '联系电话：（无权查看）']);
    (await neighbour.says('采集 看 房屋 6号楼2单元203')).hears('没有找到');
    (await secretary.says('采集 房屋 6号楼2单元203')).hears('由网格员做');
    await li.says('采集 进度');
    expect(li.heard().join('')).to.not.include('486');
  });

  it('采集中间来的指令照办，不当成答案', async () => {
    (await worker.says('采集 设施 3号楼西侧消防栓')).hears('种类');
    (await worker.says('待办')).hearsAmongOthers(/待办/);
    (await worker.says('消防栓')).hears('状况');
    (await worker.says('完好')).hears('检查日期');
    (await worker.says('今天')).hears('已填完');
  });

  it('接口只给本单位以下，个人信息一个也没有；导出的表格不会被当成公式', async () => {
    const { url, adminToken } = play.product();
    const get = (path: string) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${adminToken}` } });
    const text = await (await get('/api/grids/g-yxl-1/records')).text();
    expect(text).to.include('"tenure":"own"').and.include('hydrant');
    for (const hidden of ['李建平', '13800001111', '203', 'alone']) expect(text, hidden).to.not.include(hidden);
    const csv = await get('/api/grids/g-yxl-1/records.csv?section=things');
    expect(csv.headers.get('content-type')).to.include('text/csv');
    expect(await csv.text()).to.include('3号楼西侧消防栓').and.include('完好');
    expect((await get('/api/grids/g-none/records')).status).to.equal(404);
  });

  it('本人要求删除，关于他的就没有了；网格员也能删一户', async () => {
    await li.says('删除我的信息');
    await li.says('确认删除');
    (await worker.says('采集 看 人员 李建平')).hearsAmongOthers('没有找到');
    (await worker.says('采集 删除 房屋 6号楼2单元203')).hears('已删除，无法恢复');
    (await worker.says('采集 看 房屋 6号楼2单元203')).hears('没有找到');
  });
});
