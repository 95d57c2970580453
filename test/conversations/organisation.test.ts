import { expect } from 'chai';
import { Confirmed, OrganisationView } from '../../web/schemas/organisation.ts';
import { ProblemDocument } from '../../web/schemas/problem.ts';
import { caller, quiet } from '../support/messenger-play.ts';
import { aPlay } from '../support/play.ts';
import { settingsFor, startTencent, type Tencent } from '../support/tencent.ts';

const double: Tencent = await startTencent();
after(() => double.stop());

describe('企业微信的部门和成员，对照名册', () => {
  const play = aPlay({}, settingsFor(double.base));
  const { organisation } = double;
  const call = (path: string, init: RequestInit = {}) => fetch(`${play.product().url}/api/setup/organisation${path}`, { ...init, headers: { authorization: `Bearer ${play.product().adminToken}`, 'content-type': 'application/json' } });
  const post = (path: string, body: object) => call(path, { method: 'POST', body: JSON.stringify(body) });
  const view = async () => OrganisationView.parse(await (await call('')).json());
  const confirm = async (...members: object[]) => Confirmed.parse(await (await post('/confirm', { members })).json());
  const member = async (account: string) => (await view()).members.find((one) => one.account === account);
  const resident = play.person('p-yxl1-2');
  const colleague = play.person('p-yxl2-w');
  const directory = new Map<string, { name: string; phone: string }>();

  before(async () => {
    const { readDirectory } = await import('../support/demo-directory.ts');
    for (const { id, name, phone = '' } of (await readDirectory()).data.people) directory.set(id, { name, phone });
    const named = (id: string) => directory.get(id)?.name ?? '';
    organisation.departments.push({ id: 2, name: '枫荷街道', parentid: 1, order: 1 }, { id: 3, name: '银杏里社区', parentid: 2, order: 1 }, { id: 4, name: '城市管理办公室', parentid: 2, order: 2 }, { id: 5, name: '后勤组', parentid: 1, order: 3 });
    organisation.members.push(
      { userid: 'worker', name: '改过名', mobile: `+86 ${directory.get('p-yxl1-w')?.phone ?? ''}`, department: [3] },
      { userid: 'dispatcher', name: named('p-feng-3'), department: [2] },
      { userid: 'second', name: named('p-feng-3'), department: [2] },
      { userid: 'leader', name: ` ${named('p-feng-1')} `, department: [2] },
      { userid: 'cook', name: '没有这个人', department: [5] },
    );
  });

  it('部门按名称和上级对上单位，同名的不猜；成员按手机号、按姓名和单位给建议', async () => {
    const { departments, members } = await view();
    expect(departments.map(({ name, unit }) => [name, unit?.id])).to.deep.equal([['澜桥区', 'u-qu'], ['枫荷街道', 'u-feng'], ['银杏里社区', 'u-yxl'], ['城市管理办公室', 'u-feng-cg'], ['后勤组', undefined]]);
    expect(members.map(({ account, proposal }) => [account, proposal?.id, proposal?.ground])).to.deep.equal([
      ['dispatcher', undefined, undefined], ['second', undefined, undefined], ['leader', 'p-feng-1', 'name-and-unit'], ['worker', 'p-yxl1-w', 'mobile'], ['cook', undefined, undefined],
    ]);
    expect(await member('worker')).to.not.have.property('bound');
  });

  it('看不到手机号时只按姓名和单位建议，看不了时说明错误码', async () => {
    organisation.mayReadDetails = false;
    expect(await member('worker')).to.not.have.property('proposal');
    expect((await member('leader'))?.proposal?.ground).to.equal('name-and-unit');
    organisation.mayReadDetails = true;
    double.failNext('/cgi-bin/department/list', 60011);
    const refused = ProblemDocument.parse(await (await call('')).json());
    expect([refused.status, refused.detail]).to.deep.equal([409, '企业微信没有答应（错误码 60011）。请核对应用的可见范围和权限，或用 npm run channel -- check 检查。']);
  });

  it('管理员确认才绑定，绑定后在企业微信里就是本人', async () => {
    expect(await confirm({ account: 'worker', person: 'p-yxl1-w' }, { account: 'leader', person: 'p-feng-1' }, { account: 'cook', person: 'p-yxl1-2' }, { account: 'cook', person: 'nobody' })).to.deep.include({ bound: 2 });
    expect((await member('worker'))?.bound).to.deep.equal({ id: 'p-yxl1-w', name: directory.get('p-yxl1-w')?.name });
    expect((await confirm({ account: 'worker', person: 'p-feng-3' })).faults[0]).to.include('已经是别人的账号');
    const worker = caller(play, double, 'app', 'worker');
    await worker.says('待办');
    worker.hears('手上没有待办');
  });

  it('已经用这个账号反映过事情的，不能从这里合并，免得丢了', async () => {
    const cook = caller(play, double, 'app', 'cook');
    await cook.says('银杏花园2号楼的楼道灯不亮了');
    await cook.lookAway().says('你好');
    expect((await confirm({ account: 'cook', person: 'p-feng-3' })).faults[0]).to.include('反映过事情');
  });

  it('人够了才建网格工作群，建过的不再建', async () => {
    const short = ProblemDocument.parse(await (await post('/group', { grid: 'g-yxl-1' })).json());
    expect(short.detail).to.include('能拉进群的只有 1 人');
    const community = [...directory.keys()].find((id) => /^p-yxl-\d/.test(id)) ?? '';
    await confirm({ account: 'secretary', person: community });
    const made = OrganisationView.parse(await (await post('/group', { grid: 'g-yxl-1' })).json());
    expect(made.groups.find(({ grid }) => grid === 'g-yxl-1')).to.deep.include({ made: true, members: 2 });
    expect(organisation.groups).to.deep.equal([{ chatid: 'chat-1', name: '银杏里第一网格工作群', owner: 'worker', userlist: ['worker', 'secretary'] }]);
    expect((await post('/group', { grid: 'g-yxl-1' })).status).to.equal(409);
    expect((await post('/group', { grid: 'g-none' })).status).to.equal(404);
  });

  it('离职的人马上解除绑定，手上的事交给本单位的人；再来一次不重复', async () => {
    await resident.says('银杏花园6号楼楼道里堆满了杂物');
    const no = resident.no();
    const secretary = caller(play, double, 'app', 'secretary').lookAway();
    const gone = caller(play, double, 'app', 'sys');
    const leaves = { MsgType: 'event', Event: 'change_contact', ChangeType: 'delete_user', UserID: 'worker' };
    await gone.sends(leaves);
    expect(await member('worker')).to.not.have.property('bound');
    await play.advance('PT1M');
    for (const heard of [secretary.unread().map(({ text }) => text), colleague.heard()]) expect(heard.filter((text) => text.includes('已不在岗')).join('\n')).to.include(no).and.include(directory.get('p-yxl1-w')?.name ?? '');
    await gone.sends(leaves);
    await play.advance('PT1M');
    await quiet(play, double);
    expect([...secretary.unread(), ...colleague.heard()].filter((one) => JSON.stringify(one).includes('已不在岗'))).to.deep.equal([]);
    await caller(play, double, 'app', 'worker').says(`接 ${no}`);
    expect((await play.demand(no)).status).to.equal('waiting');
  });

  it('居民离开通讯录不影响什么，伪造的调用不理', async () => {
    const before = await member('leader');
    await fetch(`${play.product().url}/callbacks/wecom?msg_signature=x&timestamp=1&nonce=1`, { method: 'POST', body: '<xml><Encrypt>x</Encrypt></xml>' });
    await caller(play, double, 'app', 'sys').sends({ MsgType: 'event', Event: 'change_contact', ChangeType: 'delete_user', UserID: 'cook' });
    await caller(play, double, 'app', 'sys').sends({ MsgType: 'event', Event: 'change_contact', ChangeType: 'update_user', UserID: 'leader' });
    expect(await member('leader')).to.deep.equal(before);
  });

  it('只给管理员看', async () => {
    expect((await fetch(`${play.product().url}/api/setup/organisation`)).status).to.equal(401);
  });
});
