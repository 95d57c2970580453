/** Letters that stand for hidden names of towns (A3 district): they say nothing of the matter. */
export const hiddenPlace = /[A-Z]\d{0,3}[市区县州]/g;

/** The head of a letter, "respected leaders:" and the like, up to its comma or colon. */
export const salutation =
  /^(?:尊敬的|敬爱的)?[^，。！？,!?：:]{0,20}(?:领导|书记|厅长|局长|市长|县长|区长|省长|主任|部门|同志|政府|委员会|委|局|厅|办)(?:们|同志)?(?:您们?好|你们?好)?[：:，,！!。、]/;

/** How a letter may begin without naming anybody. */
export const greeting = /^(?:您们?好|你们?好|大家好|领导好)[！!，,。：:、\s]*/;

/** A family name before an office: the person must not become a sign of the matter. */
export const surnameOfOfficial =
  /[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁马方任袁柳鲍史唐薛雷贺倪汤罗毕郝安常于傅康伍余顾孟黄穆萧尹姚邵汪毛戴宋熊向易胡刘龙叶万段田文肖曾邓廖夏丁石崔梁江钟谭侯白卢欧阳鹿](?=(?:副)?(?:厅长|书记|局长|市长|县长|区长|省长|主任|部长|院长|校长|镇长|乡长))/g;
