import type { CommandWord } from './commands.ts';

const WISH = '(?:我|请|能不能|能否|可不可以|可以|能|想|要|给|帮|麻烦|你|就|还是|直接|现在|把|[\\s,，])*';
const POLITE = '(?:一下|好吗|可以吗|行吗|吧|啊|呀|哦|呢|吗|了|谢谢|[\\s\\p{P}])*';
const PERSON = '(?:人工(?:客服|服务)?|真人|活人|大活人|客服|人工坐席|工作人员|社区的?(?:人|工作人员|同志)|你?们?的?(?:领导|负责人|主任|经理|管事的)|网格员)';
const ASKS_WORDS = '请问|那|我们?|咱们?|今天|今日|现在|目前|这边|名下|单位|社区|还|都|一共|到底|看看|看一?下|查一?下|[\\s,，]';
const STAFF_ASKS = `(?:${ASKS_WORDS})*`;
const WHAT = '什么|啥|哪些|哪[几个件条]+|几[件个条单]|多少[件个条单]?';
const TO_DO = '的|活(?!动)|事情?|任务|工单|单子|待办|待处理|在办|要(?:办|做|处理)|没有?(?:办|弄|处理|完成|接|做|结)|完|好|掉|了';
const LIST_THEM = '列一?下|列出来|列个?(?:表|单)?|看看|看一?下|查一?下|发我?|给我';
const ENGLISH_WISH = "(?:please|hi|hello|can i|could i|may i|can you|could you|i want you|i want|i(?:['’]d| would) like|i need|let me|to|[\\s,])*";

/** Commands that people give in their own words, the whole of what they write. */
export const OWN_WORDS: Partial<Record<CommandWord, readonly RegExp[]>> = {
  person: [
    new RegExp(`^${WISH}(?:找|转|接|换|叫|联系|见|让|喊)(?:到|一?[下个位])?${PERSON}(?:出?来)?(?:(?:和|跟|给|对)我们?)?(?:说话|说|谈|聊|接|回复|回|讲|解释)?${POLITE}$`, 'u'),
    new RegExp(`^${WISH}(?:和|跟|与)(?:一?[个位])?(?:${PERSON}|人)(?:直接)?(?:说|聊|谈|讲|沟通|对话|反映)(?:话|说)?${POLITE}$`, 'u'),
    new RegExp(`^${WISH}${PERSON}的?(?:电话|手机号?|号码|联系方式)(?:是)?(?:多少|给我|发我|发给我|告诉我)*${POLITE}$`, 'u'),
    new RegExp(`^${ENGLISH_WISH}(?:talk|speak|chat|connect me|put me through) (?:to|with) (?:an? |the |some )?(?:real |actual |live )?(?:human|person|human being|somebody|someone|staff|agent|manager|operator)[\\s\\p{P}]*(?:please)?[\\s\\p{P}]*$`, 'iu'),
  ],
  erase: [
    new RegExp(`^${WISH}(?:我|刚才|之前|以前|上面|前面|今天|昨天|所有|全部|都|的|[\\s,，])*(?:说|发|写|讲|聊)(?:过|了)?的?(?:所有|全部)?的?(?:话|内容|消息|东西|信息|记录|这些|那些)(?:全部?|都|给我|帮我|能不能|可以)*(?:删|清|抹|撤)(?:除|掉|了|空)*${POLITE}[?\uFF1F]*$`, 'u'),
    new RegExp(`^${WISH}(?:删除?|删掉|清除|清空|注销|抹掉)(?:掉)?(?:关于)?我的?(?:所有|全部)*的?(?:个人)?(?:信息|资料|数据|记录|账号|东西|一切)(?:都|全)?(?:删|掉|了)*${POLITE}$`, 'u'),
    new RegExp(`^${WISH}(?:关于)?我的?(?:所有|全部)*的?(?:个人)?(?:信息|资料|数据|记录|账号|一切)(?:都|全部?|给我)*(?:删|清|注销|抹)(?:除|掉|了|空)*${POLITE}$`, 'u'),
    new RegExp(`^${WISH}(?:忘(?:了|掉|记)我|我忘了吧|不要再?(?:记|存)我的?(?:信息|资料))${POLITE}$`, 'u'),
    new RegExp(`^${ENGLISH_WISH}(?:delete|erase|remove|forget|wipe) (?:all |everything |anything |of |about |on |that you have |you know )*(?:me|my (?:data|information|info|account|details|records|personal \\w+))[\\s\\p{P}]*(?:please|now)?[\\s\\p{P}]*$`, 'iu'),
  ],
  work: [
    new RegExp(`^${STAFF_ASKS}手[上里头](?:现在|今天|还|都|一共)*有?(?:${WHAT})(?:${TO_DO})*${POLITE}[?\uFF1F]*$`, 'u'),
    new RegExp(`^${STAFF_ASKS}有?(?:${WHAT})(?:${TO_DO})+${POLITE}[?\uFF1F]*$`, 'u'),
    new RegExp(`^(?:${ASKS_WORDS}|请|帮我?|把|有|谁|哪些?(?:单位|件|条|个)?|工单|单子|任务|${LIST_THEM}|已经?|快要?|马上|今天|要|就|了|都)*(?:超期|逾期|超时|过期|到期|临期|没办完)(?:了|的|有|是|都|谁|${WHAT}|${LIST_THEM}|${TO_DO}|单位|一下)*${POLITE}[?\uFF1F]*$`, 'u'),
    new RegExp(`^${STAFF_ASKS}(?:早上?好?|早安|[\\s,，]|今天|手[上里头])*(?:有没有|有|还有)?(?:${WHAT})?(?:最|比较)?(?:急的?|着急的|要紧的|紧急的|要批的|要审批?的|要签的|等我批的|待批的|待审批的|快?要?超期的|超期的|快到期的|没办的|没办完的)(?:事情?|单子?|诉求|工单|件|吗|没有?|么)*${POLITE}[?\uFF1F]*$`, 'u'),
    new RegExp(`^${STAFF_ASKS}(?:差|剩|有)?(?:多久|几天|多长时间|多少时间|什么时候)(?:就|会|要)?(?:到期|超期|超时|逾期)${POLITE}[?\uFF1F]*$`, 'u'),
    /^(?:so |and |hi[\s,]*)?(?:what(?:['\u2019]s| is| do (?:i|we) have| have (?:i|we) got)(?: left| still)? (?:on my (?:plate|list|desk)|to do|in hand|overdue|pending|due(?: soon| today)?)|(?:show|list)(?: me)? (?:my|the|all) (?:tasks?|work|overdue(?: ones| matters)?|open (?:ones|matters)))[?!.\s]*$/iu,
  ],
  assessment: [
    /^(?:请问|看看|看一?下|查一?下|查查|那|[\s\p{P}])*(?:(?:这个?|本)月|本期|到现在|目前|[\s,，])*(?:我们?|咱们?|本)(?:社区|街道|单位|局|科室|中心|办|公司|这边|大队|分局)?(?:(?:这个?|本)月|本期|到现在|目前|的|现在|[\s,，])*(?:排(?:名)?(?:在?第几|多少|如何|怎么样|几)|考核(?:得)?(?:怎么样|咋样|多少分|情况|结果|成绩)|(?:得了?|考了?|有|是)?多少分|得分(?:多少|怎么样|是多少)?|成绩(?:怎么样|如何|咋样)|(?:办|干|做|工作)得?(?:怎么样|咋样|如何))[啊呀呢吗嘛]*[\s\p{P}]*$/u,
  ],
  help: [
    new RegExp(`^(?:请问)?你们?(?:都|到底|究竟)?(?:能|会|可以)(?:给我|帮我|帮)?(?:干|做|办|处理|管)?(?:些?什么|啥|哪些事?)(?:事|忙|用)?${POLITE}$`, 'u'),
    new RegExp(`^(?:请问)?(?:这个?|你|我|该|到底|[\\s,，])*(?:不会用|不知道怎么用|怎么(?:用|使用|弄|操作)|有(?:什么|啥|哪些)(?:用|功能))${POLITE}$`, 'u'),
    /^(?:hi[\s,]*)?(?:what (?:can|do) you (?:do|help (?:me )?with)(?: for me)?|how (?:does this|do you) work|how (?:do|can) i use (?:this|you|it)|what is this(?: for)?)[\s\p{P}]*$/iu,
  ],
};

/** What people ask about the program itself. */
export const ASKED_OF_ME = {
  self: [
    new RegExp(`^(?:请问|那|喂|你好|[\\s,，])*(?:你们?(?:到底|究竟)?(?:是谁[\\s,，]*(?:是?(?:真人|机器人|人工|人|程序)(?:还是(?:真人|机器人|人工|人|程序))?)?|叫什么(?:名字)?|是(?:不是)?(?:个?真人|个?机器人|人工|人|AI|程序|智能)(?:还是(?:真人|机器人|人工|人|程序))?)|有(?:没有)?真人(?:在)?|对面是(?:真)?人)${POLITE}$`, 'iu'),
    /^(?:hi[\s,]*)?(?:who are you|what are you|are you (?:an? )?(?:real |actual )?(?:bot|robot|human|person|machine|real|ai|program|computer)(?: or (?:an? )?(?:real )?(?:bot|robot|human|person|machine))?|am i talking to (?:an? )?(?:real )?(?:human|person|bot|robot|machine))[\s\p{P}]*$/iu,
  ],
  anonymous: [
    /^(?:你好|您好|喂|请问|那|我|想问一?下|问一?下|[\s,，])*(?:能不能|可不可以|可以|能|可否|能否|是否可以)(?:我)?(?:匿名|不(?:说|留|写|报|填|用|透露|暴露)(?:我的?)?(?:真?实?名字?|姓名|电话|身份)).{0,8}$/u,
    /^(?:你好|您好|喂|请问|那|我|想问一?下|问一?下|[\s,，])*(?:是不是|要不要|需不需要|必须|一定要|是否需要)(?:要|得)?(?:实名|(?:留|写|报|填|说)(?:我的?)?(?:真?实?名字?|姓名|电话|身份证号?)).{0,6}$/u,
    /^(?:hi|hello)?[\s,]*(?:can|may|could) (?:i|we) .{0,24}(?:anonym|without (?:giving |leaving )?(?:my|a) name).{0,12}$/iu,
    /^(?:hi|hello)?[\s,]*do i (?:have|need) to (?:give|leave|tell|say) (?:you )?my (?:real )?(?:name|number|phone).{0,12}$/iu,
  ],
  sees: [
    /^.{0,4}(?:会不会|会|要不要|要|是不是要?)(?:有人)?(?:上门|到(?:我)?家里?)(?:来)?(?:找|问|见|核实)(?:到)?我?.{0,4}$/u,
    /^(?=.*(?:我[说写发讲]|我的|消息|信息|内容|这些话|投诉|反映)).{0,14}(?:谁|哪些人|什么人)(?:都|会|能|可以)*看(?:得?到|见).{0,10}$/u,
    /^.{0,4}(?:会不会|会|能不能|是不是会).{0,6}(?:告诉|透露给?|泄露|知道|晓得).{0,8}(?:物业|邻居|房东|老板|领导|别人|对方|外人|是我|我(?:说|讲|反映|投诉)|出去).{0,10}$/u,
    /^.{0,4}(?:会不会|会|能不能|是不是会).{0,3}(?:物业|邻居|房东|老板|领导|别人|对方|外人|他们?)(?:会|都)*(?:知道|晓得|看到).{0,10}$/u,
    /^(?:so |and )?(?:who (?:can|will|else)\b.{0,12}(?:see|read|know)|will .{1,30} know (?:that )?(?:it(?:['’]s| is| was) me|who|about me)|(?:is|are) (?:this|it|my \w+) (?:anonymous|private|confidential|secret)|do you (?:tell|share)\b).{0,40}$/iu,
  ],
  long: [
    /^(?:请问|那|这种事|这样|你们|一般|通常|大概|大约|要|需要|得|到底|还|[\s,，])*(?:多久|几天|多长时间)(?:能|才能|可以|会|才)?(?:解决|处理|办好|办完|弄好|修好|搞定|有结果|有回复|回复|答复|完成|好)?(?:完|掉)?(?:了|啊|呀|呢|吗|啦|[\s\p{P}])*$/u,
    /^(?:so |and )?how long (?:will|does|do|is|would) (?:it|this|that|i have to|the \w+)\b.{0,30}$/iu,
  ],
} as const satisfies Record<string, readonly RegExp[]>;
