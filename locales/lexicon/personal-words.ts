/** What counts as personal. */
export type PersonalKind = 'email' | 'id-card' | 'bank-card' | 'phone' | 'plate' | 'wechat' | 'passport' | 'record' | 'birth' | 'name' | 'room';

/** What stands in the place of what is masked. */
export const masks: Readonly<Record<PersonalKind, string>> = {
  email: '〔邮箱〕',
  'id-card': '〔证件号〕',
  'bank-card': '〔卡号〕',
  phone: '〔电话〕',
  plate: '〔车牌〕',
  wechat: '〔微信〕',
  passport: '〔证件号〕',
  record: '〔编号〕',
  birth: '〔生日〕',
  name: '〔姓名〕',
  room: '〔房号〕',
};
