import { expect } from 'chai';

import { roomsIn } from '../../../understanding/masking/rooms-in.ts';
import { markedBy } from '../../support/marked-text.ts';

describe('doors', () => {
  const told: Readonly<Record<string, readonly string[]>> = {
    'after a building, which stays': ['3栋【2单元301】', '3栋【三单元四零二】', '三号楼【五零二】', '6幢【402】', '12号楼【3门402】', '56弄3号【402室】', 'A座【1806室】', '小区8座【17E】', '11号楼【四单元三零一室】', 'Building 5, 【Unit 3 Room 804】', '9号楼【3单元 1804】'],
    'by storey and side': ['【五楼西户】', '一个人住【29楼D户】', '3栋【二单元六楼西户】', '16号楼【四单元底楼东】', '裕民大厦【14楼C座】', '对头，【三楼左手边那户】'],
    'with dashes': ['翡翠城11【-1-2603】', '春晓苑3【-904】', '5栋【2-301】', '快来人啊 7【-302】 门里有烟', '楼号 18【 - 3 - 605】'],
    'by themselves, where people speak of homes': [
      '住长白二村66号【7室】，',
      '住【五零三】', '住【十二零三】', '我们是【801】，他是【901】', '谁是【2302】的', '楼上【902】和【802】都在吵', '【302】窗户都不敢开', '【903】的男的', '【1702】的老太太', '门铃又响，【1603】，按完就跑', '请【902】把车挪开', '【502】又停水', '我妈在【502】等着', '住幸福里【1203】', '多谢@【502】',
      '昨晚【1502】又吵到两点', '【A302】室', 'I live in 【1203】', '【Flat 12B】', '【22/F Flat A】',
    ],
  };
  for (const [where, texts] of Object.entries(told)) {
    describe(where, () => {
      for (const text of texts) it(`are found in ${text}`, () => expect(markedBy(roomsIn, text)).to.equal(text));
    });
  }

  const open = [
    '3号楼2单元的门禁坏了', '29楼3户人家', '3号10室内装修', '去年排到1326', '解放路128号', '中正街17号', '人民路56弄', '坐302路', '120来了', '工资1302元', '物业费1305', '一共1302人', '卡在七楼和八楼中间', '一楼三户进水', '二楼8号窗口', '三楼东门', '每座8000', '我买的车位B2-117', '合约到2030', '从2019到2023',
    '进度 1203', '补充 1203 漏水', '查下编号3306', '派 2203 给水务', '工号6082', '2-3天', '200-300元', '2024-2025学年', '9:00-17:00', '139那个号停机了', '一三五去，二四六不去', '这也叫4A？', '对门都用上5G了', '给 3310 那单补一句', '取件码 3-2-1204', '附近128家商户', '下午1520在门口等', '公众号点进去404', '211大学',
  ];
  for (const text of open) it(`are not seen in ${text}`, () => expect(markedBy(roomsIn, text)).to.equal(text));
});
