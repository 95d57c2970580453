/** What a spreadsheet or a file of the directory may be called, besides the table's own name. */
export const TABLE_WORDS = {
  units: ['单位', '单位表'],
  grids: ['网格', '网格表'],
  people: ['人员', '人员表', 'persons'],
  rooms: ['群', '群聊', '群表'],
  places: ['地点', '地点表'],
  dispatch: ['派单', '派单目录', 'dispatch directory'],
  services: ['办事', '办事指南', '政务服务'],
  teams: ['服务力量', '服务队'],
} as const;

const id = ['编号', '编码'];
const name = ['名称'];
const otherNames = ['别名', '又名', '其他名称'];

/** The headings a column may have, besides its own name. */
export const HEADING_WORDS = {
  units: { id, name: [...name, '单位名称'], otherNames, tier: ['层级'], class: ['类别', '单位类别'], parent: ['上级', '上级单位'], members: ['成员单位'], duties: ['职责'] },
  grids: { id, name: [...name, '网格名称'], otherNames, community: ['社区', '所属社区'], households: ['户数'], description: ['范围', '说明'] },
  people: {
    id,
    name: ['姓名', ...name],
    roles: ['角色', 'role'],
    unit: ['单位', '所在单位'],
    team: ['派驻', '派驻队伍'],
    grid: ['网格', '所在网格'],
    alsoGrids: ['兼管网格'],
    phone: ['电话', '手机', '手机号'],
    homePlace: ['住处', '小区'],
    homeBuilding: ['楼栋', '楼号'],
    homeUnit: ['单元'],
    homeRoom: ['房号', '室'],
    language: ['语言'],
    sources: ['来源', '对接来源'],
  },
  rooms: { id, name: [...name, '群名称'], grid: ['网格', '所属网格'], unit: ['单位', '所属单位'], people: ['成员', '人员'] },
  places: { id, name: [...name, '地点名称'], otherNames, kind: ['类型'], grids: ['网格', '所在网格', 'grid'], within: ['位于', '属于'] },
  dispatch: { category: ['类别', '诉求类别', 'class'], place: ['地点', '适用地点'], unit: ['单位', '承办单位'], role: ['角色', '职责'] },
  services: {
    id,
    name: ['事项', '事项名称', ...name],
    otherNames: ['俗称', ...otherNames],
    way: ['方式', '办理方式'],
    audience: ['对象', '服务对象'],
    unit: ['单位', '经办单位'],
    papers: ['材料', '所需材料'],
    place: ['地点', '办理地点'],
    hours: ['时间', '办理时间'],
    limit: ['时限', '办理时限'],
    fee: ['费用', '收费'],
    link: ['链接', '网址'],
    steps: ['步骤', '代办步骤'],
    onBehalf: ['代办', '可代办'],
  },
  teams: { place: ['范围', '服务范围'], force: ['力量', '服务力量'], person: ['人员'], unit: ['单位'], title: ['称呼', '身份'], duties: ['职责', '服务内容'], categories: ['类别', '诉求类别', 'classes'] },
} as const;

/** Columns that are for the people who keep the file, and are not read. */
export const NOTE_WORDS = ['note', 'notes', '备注'];

/** Words for the values of a column, besides the values themselves. */
export const VALUE_WORDS = {
  role: {
    resident: ['居民'],
    enterprise: ['企业', '企业人员'],
    'grid-worker': ['网格员'],
    secretary: ['书记'],
    dispatcher: ['调度员', '调度'],
    clerk: ['经办人', '经办', '工作人员'],
    leader: ['领导', '负责人'],
    member: ['党员'],
    volunteer: ['志愿者'],
  },
  kind: {
    compound: ['小区', '院落'],
    building: ['楼栋', '楼'],
    road: ['道路', '路', '街巷'],
    crossing: ['路口'],
    landmark: ['地标', '公共场所'],
  },
  duty: {
    own: ['自有', '社区事项'],
    responsible: ['负责', '主办'],
    organises: ['组织'],
    assists: ['协助', '协办'],
    not: ['不承担', '不得下派'],
  },
  flag: { yes: ['是', '可', '可以'], no: ['否', '不可', '不可以'] },
  way: { 'for-you': ['免申帮你办', '免申'], online: ['全程网上办', '网上办'], 'one-visit': ['现场一次办', '现场办'] },
  force: {
    administrative: ['行政服务', '行政服务力量'],
    enforcement: ['行政执法', '综合执法', '执法力量'],
    'party-mass': ['党群力量', '党群服务'],
    residents: ['居民单位', '驻区单位', '社会力量'],
    utilities: ['公共事业', '公用事业'],
    'street-chief': ['街巷长'],
    commissioner: ['社区专员'],
    steward: ['小巷管家'],
    'building-head': ['楼栋长'],
    'alliance-member': ['联盟成员'],
  },
  tier: {
    community: ['社区'],
    street: ['街道'],
    district: ['区'],
    city: ['市'],
  },
  unitClass: {
    community: ['社区'],
    street: ['街道'],
    district: ['区'],
    city: ['市'],
    office: ['科室'],
    'enforcement-centre': ['综合执法中心'],
    department: ['部门'],
    'city-department': ['市级部门'],
    utility: ['公用事业'],
    property: ['物业'],
    branch: ['党支部'],
    alliance: ['联盟'],
    park: ['园区'],
    enterprise: ['企业'],
    'social-organisation': ['社会组织'],
    'service-bureau': ['政务服务局'],
    'project-office': ['重大项目办'],
    'linked-leader': ['挂钩领导'],
  },
} as const;
