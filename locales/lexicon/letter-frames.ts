/** Letters that stand for hidden names of towns (A3 district): they say nothing of the matter. */
export const hiddenPlace = /[A-Z]\d{0,3}[市区县州]/g;

/** The head of a letter: "respected leaders," or somebody with an office and a colon. */
export const salutation =
  /^(?:(?:尊敬|敬爱|亲爱)的[^，。！？,!?：:]{0,20}(?:领导|书记|厅长|局长|市长|县长|区长|省长|主任|部门|同志|政府|委员会|委|局|厅|办|院长|校长|台长|部长)(?:们|同志)*(?:您们?好|你们?好)?[：:，,！!。、]?|[^，。！？,!?：:]{0,16}(?:领导|书记|厅长|局长|市长|县长|区长|省长|主任|部门|同志|政府|委员会|委|局|厅|办)(?:们|同志)*(?:(?:您们?好|你们?好)[：:，,！!。、]?|[：:]))/;

/** How a letter may begin without naming anybody. */
export const greeting = /^(?:您们?好|你们?好|大家好|领导好)[！!，,。：:、\s]*/;

/** A family name before an office: the person must not become a sign of the matter. */
export const surnameOfOfficial =
  /[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁马方任袁柳鲍史唐薛雷贺倪汤罗毕郝安常于傅康伍余顾孟黄穆萧尹姚邵汪毛戴宋熊向易胡刘龙叶万段田文肖曾邓廖夏丁石崔梁江钟谭侯白卢欧阳鹿](?=(?:副)?(?:厅长|书记|局长|市长|县长|区长|省长|主任|部长|院长|校长|镇长|乡长))/g;

/** A public place that is only named to say where: the school in "beside the school" is not the matter. */
export const besidePlace =
  /(?:小学|中学|学校|校|幼儿园|医院|诊所|公交站|地铁站|车站|菜场|菜市场|农贸市场|超市|商场|银行|派出所|园区|电影院|加油站|饭店|餐馆|酒店|宾馆|公园|广场|图书馆|文化馆|邮局|药店|社区|居委会|村委会|小区|工地|工厂|垃圾房|垃圾站|垃圾桶|公厕|桥|变电站|快递柜|驿站|电梯口?|停车场|车库|地库|消防栓|物业|保安亭)(?=(?:的)?(?:大门口|门口|旁边|旁|对面|附近|边上|北门|南门|东门|西门|后门|前门|后面|背后|前面|门前|周边|周围|楼下|侧面|北侧|南侧|东侧|西侧))/g;

/** What a letter closes with: the salute, who signs and the day of writing, which is not when the matter happened. */
export const letterEnd = /此致[\s,，。!！]*敬礼[\s\S]{0,60}$/;
