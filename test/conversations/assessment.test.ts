import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aPlay, type Speaker } from '../support/play.ts';

const DISTRICTS = join(import.meta.dirname, '../../districts');

/** Wuchang, but rated back to back by streets and the district, and small samples count. */
function backToBack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'district-'));
  cpSync(join(DISTRICTS, 'common.yaml'), join(folder, 'common.yaml'));
  const own = readFileSync(join(DISTRICTS, 'wuchang.yaml'), 'utf8');
  const changed = own.replace('named: true', 'named: false').replace('smallest: 5', 'smallest: 1').replace('rating: callees, by: [street]', 'rating: callees, by: [street, district]').replace('assessment:\n', "ratings:\n  - { id: third-party, name: { zh-CN: 第三方测评, en: Third parties }, words: [第三方], by: { classes: [district] }, of: { classes: [department] } }\nassessment:\n");
  writeFileSync(join(folder, 'own.yaml'), changed.replace("indicators:\n", "indicators:\n    - { id: third-party, name: { zh-CN: 第三方测评, en: Third parties }, rating: third-party }\n"));
  return folder;
}

describe('一个月下来的考核', () => {
  const folder = backToBack();
  const play = aPlay({}, { DISTRICT: join(folder, 'own.yaml') });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const [li, liu, wang] = [play.person('p-yxl1-2'), play.person('p-dk1-1'), play.person('p-yxl1-1')];
  const [feng, fengTwo, fengHead] = [play.person('p-feng-3'), play.person('p-feng-4'), play.person('p-feng-2')];
  const [chao, district, districtHead] = [play.person('p-chao-3'), play.person('p-qu-4'), play.person('p-qu-1')];
  const [water, waterHead] = [play.person('p-sw-1'), play.person('p-sw-2')];
  const secretary = play.person('p-feng-1');
  let month = '';
  const said: string[] = [];
  const nos: string[] = [];

  const today = async () => new Date(Date.parse((await play.product().client.clock()).now) + 8 * 3600_000);
  /** Everything the rated unit has heard, for the end. */
  const note = () => said.push(...water.heard(), ...waterHead.heard());

  /** On to nine o'clock of the first day of the next month that is a Monday, or of its nth day. */
  async function toNextMonth(weekday?: number): Promise<void> {
    const now = await today();
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 9));
    while (weekday !== undefined && first.getUTCDay() !== weekday) first.setUTCDate(first.getUTCDate() + 1);
    await play.advance(`PT${Math.ceil((first.getTime() - now.getTime()) / 1000)}S`);
    month = first.toISOString().slice(0, 7);
  }

  /** A matter for which a caller whistles for the water bureau, which does it. */
  async function whistled(resident: Speaker, words: string, caller: Speaker, late = false): Promise<string> {
    await resident.says(words);
    const no = resident.no();
    if (caller === district) await feng.says(`升级 ${no} 需要区里协调`);
    await caller.says(`吹哨 ${no} 日常 主办 水务局`);
    if (late) await play.advance('P4D');
    await water.says(`报到 ${no}`);
    await water.says(`办结 ${no} 已处理`);
    nos.push(no);
    note();
    return no;
  }

  it('月初开始；两家打了分，部门期中一个分也看不到', async function () {
    this.timeout(60_000);
    await toNextMonth(1);
    const first = await whistled(li, '银杏花园6号楼后面污水管堵了，污水往外冒', feng);
    const second = await whistled(liu, '渡口新居小区里的排水井盖坏了，下雨就积水', chao);
    await feng.says(`评 ${first} 水务局 5 4 5 5`);
    (await chao.says(`评 ${second} 水务局 2 2 2 3`)).hearsAmongOthers('已评价');
    await li.says('满意');
    await play.lookAway();
    (await waterHead.says('考核')).hears([`考核 ${month}（${month}-01至`, '进行中', '水务局 · 区直部门', '响应率 100%（2/2）', '办结率 100%（2/2）', '满意率 100%（1/1）', '街道评价 背靠背评价，期末汇总后给出', '得分：期末汇总后给出']);
  });

  it('谁能看、看到哪一层：经办人看不到，街道看不到部门，居民的话还是居民的话', async () => {
    (await water.says('考核')).hears('单位负责人和调度员');
    (await fengHead.says(`考核 ${month}`)).hears(['枫荷街道 · 街道', /^(?![\s\S]*水务局)/]);
    (await fengHead.says(`考核 ${month} 水务局`)).hears('没有“水务局”这个单位或指标');
    (await districtHead.says(`考核 ${month}`)).hears(['【区直部门】', '水务局', '【街道】', '【社区】']);
    (await districtHead.says('考核 2026-13')).hears(`请写年月，例如：${month}`);
    expect((await li.says('考核你们一下')).heard().join()).not.to.include('单位负责人');
  });

  it('点开一项，看到每一件和为什么', async () => {
    (await waterHead.says(`考核 ${month} 响应率`)).hears(['水务局 · 响应率', '计入2件，不计0件', `${nos[0]} 计入：按时`, `${nos[1]} 计入：按时`]);
    (await waterHead.says(`考核 ${month} 街道评价`)).hears('背靠背评价，只给汇总，不列明细');
    (await districtHead.says(`考核 ${month} 水务局 街道评价`)).hears(['计入2件', '计入：评 5 4 5 5', '计入：评 2 2 2 3']);
  });

  it('超时的先计入；剔除要第二个人同意，同意后不计但看得见', async function () {
    this.timeout(60_000);
    const late = await whistled(wang, '银杏花园2号楼前面的水管漏水，路面全湿了', feng, true);
    (await waterHead.says(`考核 ${month} 响应率`)).hears(['计入3件', `${late} 计入：超时`]);
    await feng.says(`剔除 ${late} 诉求所指为私有管线，依法不能处置`);
    await play.lookAway();
    (await feng.says(`同意 ${late}`)).hears('要由另一位同志确认');
    (await waterHead.says(`考核 ${month} 响应率`)).hears(['计入3件']);
    await fengTwo.says(`同意 ${late}`);
    await play.lookAway();
    (await waterHead.says(`考核 ${month} 响应率`)).hears(['计入2件，不计1件', `${late} 不计：已剔除（诉求所指为私有管线，依法不能处置）`]);
  });

  it('第三方打分写理由，写错了更正，原来的留着；不该打的打不了', async () => {
    (await district.says(`打分 ${month} 水务局 第三方 88`)).hears(['请在分数后面写一句理由', `打分 ${month} 水务局 第三方 100 理由`]);
    (await district.says(`打分 ${month} 水务局 第三方 880 走访`)).hears('0 到 100');
    (await feng.says(`打分 ${month} 水务局 第三方 10 不好`)).hears('不由您的单位给');
    (await district.says(`打分 ${month} 水务局 组织考 88 走访`)).hears(['没有这种评价', '第三方']);
    (await district.says(`打分 ${month} 水务局 第三方 58 走访了12户`)).hears(`已记：${month} 水务局 第三方测评 58`);
    (await district.says(`打分 ${month} 水务局 第三方 85 走访了12户，上次录错`)).hears('85');
    const token = { authorization: `Bearer ${play.product().adminToken}` };
    const page = (await (await fetch(`${play.product().url}/api/assessments/${month}/u-sw/cases?indicator=third-party`, { headers: token })).json()) as { items: { because: string; marks: object; reason: string }[] };
    expect(page.items.map(({ because, marks, reason }) => [because, marks, reason])).to.deep.equal([['replaced', { score: 58 }, '走访了12户'], ['marks', { score: 85 }, '走访了12户，上次录错']]);
  });

  it('第三家评了，期末封存：负责人收到结果，汇总看得到，谁评的看不到', async function () {
    this.timeout(120_000);
    const third = await whistled(play.person('p-yxl2-1'), '银杏花园9号楼后面的化粪池外溢，味道很大', district);
    (await district.says(`评 ${third} 水务局 5 5 5 5`)).hearsAmongOthers('已评价');
    const ended = month;
    note();
    await toNextMonth();
    month = ended;
    secretary.hearsAmongOthers(['枫荷街道本周提要', '响应率', `考核 ${ended}`]);
    (await waterHead.says(`考核 ${month}`)).hearsAmongOthers(['已截止，待封存', '街道评价 80分（3家评3次）', '得分']);
    await play.advance('P9D');
    const heard = waterHead.heard();
    const reports = heard.filter((text) => text.includes('考核已封存'));
    expect(reports).to.have.length(1);
    expect(reports[0]).to.include('街道评价 80分（3家评3次）').and.include('校验码');
    said.push(...heard);
    districtHead.hearsAmongOthers(['考核已封存', '【区直部门】']);
    (await district.says(`打分 ${month} 水务局 第三方 90 再走访`)).hearsAmongOthers('已经封存');
  });

  it('封存以后不再变：记录有变化时说出来，以封存为准', async () => {
    await play.lookAway();
    (await waterHead.says(`考核 ${month}`)).hears([/^(?![\s\S]*重算)/, '已封存']);
    await feng.says(`剔除 ${nos[0]} 事后查明不属实`);
    await fengTwo.says(`同意 ${nos[0]}`);
    await play.lookAway();
    (await waterHead.says(`考核 ${month}`)).hears(['已封存', '响应率 100%（3/3，另1件不计）', '重算会不同的单位：水务局', '以封存为准']);
  });

  it('换一组权重试算，不保存；导出的表格里有每一家', async () => {
    const token = { authorization: `Bearer ${play.product().adminToken}`, 'content-type': 'application/json' };
    const url = `${play.product().url}/api/assessments/${month}`;
    interface View { readonly whatIf?: boolean; readonly classes: { id: string; units: { unit: string; score?: number }[] }[] }
    const scoreIn = (view: View) => view.classes.flatMap(({ units }) => units).find(({ unit }) => unit === 'u-sw')?.score;
    const before = (await (await fetch(url, { headers: token })).json()) as View;
    const tried = (await (await fetch(`${url}/what-if`, { method: 'POST', headers: token, body: JSON.stringify({ weights: { departments: { share: 0, of: { rates: { response: 1, completion: 0, satisfaction: 0 } } } } }) })).json()) as View;
    expect([tried.whatIf, scoreIn(tried)]).to.deep.equal([true, 100]);
    expect(scoreIn((await (await fetch(url, { headers: token })).json()) as View)).to.equal(scoreIn(before)).and.not.to.equal(100);
    const csv = await (await fetch(`${url}/export?format=csv`, { headers: token })).text();
    expect(csv).to.match(/^类别,单位/).and.include('区直部门,水务局').and.include('社区,银杏里社区');
    expect((await fetch(`${url}/export?format=xlsx`, { headers: token })).headers.get('content-type')).to.include('spreadsheetml');
  });

  it('从头到尾，被评的部门没有听到是谁、评了多少', () => {
    note();
    expect(said.join('\n')).not.to.match(/5 4 5 5|2 2 2 3|5 5 5 5|尹文婷|的评价是/);
  });
});
