const staffed = '(?:办公室|值班室?|前台|服务台|护士站|门卫室?|热线|客服|总机|咨询|预约|报修|投诉|举报|监督|窗口)';
const publicPlace = '(?:物业|居委会?|村委会?|社区|街道|派出所|警务室|门店|营业厅|大厅|中心|卫生院|医院|诊所|学校|幼儿园|[气热水电业险]公司|银行|[供服]\\S{1,2}站)';
const line = '(?:联系|咨询|预约|值班|报修|办公|服务|客服|监督|投诉|报名)?(?:电话|座机|固话|号码|总机|热线|传真)';
const gives = '(?:给你|是|为|改成|换成|请?拨打?|请打|[:： (])';

/** Right before a telephone: it is an office's, whom everybody may call. My own office's is mine. */
export const officeBefore = new RegExp(
  `(?<![我俺他她])(?:${staffed}|${publicPlace})(?:的|处|那个|这个|公司)?(?:${line}(?:${gives}|就|[,，]){0,3}|${gives}{0,2})$`,
);

/** Right after it, the same: 23990147是社保局的. */
export const officeAfter = new RegExp(`^[,， ]?(?:这个?|那个?)?(?:(?:就|才)?是(?![我他她](?!们))|[(])[\\u4e00-\\u9fff]{0,6}?(?:${staffed}|${publicPlace}|[局所院]的)`);
