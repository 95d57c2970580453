const self = '(?:我们家|我们|我家|我|咱们?家?|俺们?家?)';
const now = '(?:现在|目前|如今|已经|刚刚?|最近|上个?[周月]|这个?[周月]|前几天|昨天|今天)*';
const lives = '(?:家)?(?:现在|目前|改|搬)*住?(?:在|到|去)';
/** What only happened when one moved. */
const elsewise = '(?!的|时|以后|之?后|之?前|那|公司|期间|过)';
const comma = '[\\s,，。.、；;：:！!]*';
const end = '(?:了|啦|的|这里|这边)*[\\s.。!！,，]*$';

/** Saying that one's own home is another now, up to where it is. The whole of what is said; what else is told makes it a matter. */
export const MOVED: readonly RegExp[] = [
  new RegExp(`^${comma}${self}${now}(?:搬了?(?:新)?家|搬走)(?:了|啦)*${elsewise}${comma}(?:${self})?(?:(?:现在|目前)?(?:的)?(?:新)?(?:家|住址|地址)?(?:就|是)*(?:${lives}|住|在|是|到))?${comma}(.*?)${end}`, 'su'),
  new RegExp(`^${comma}${self}${now}(?:搬|搬家)(?:到|去|进|至)了?${comma}(.*?)${end}`, 'su'),
  new RegExp(`^${comma}(?:请|帮我?|麻烦|把|要|想|更新|更改|修改|改一?下|换一?下)*${self}的?(?:家庭|登记的?|居住)?(?:新)?(?:住址|地址|住处)(?:现在|已经)?(?:要)?(?:改|换|变|更新|更改|修改)(?:一?下)?(?:成|为|到|至|是)?(?:了)?${comma}(?:(?:改|换)?(?:成|为)|是)?${comma}(.*?)${end}`, 'su'),
  new RegExp(`^${comma}(?:我|请问|要|想|需要|怎么|如何|可以|能不能|能|在哪里?|帮)*(?:更新|更改|修改|改|换)(?:一?下)?${self}?的?(?:家庭|登记的?|居住)?(?:住址|家庭地址|(?<=的)地址)(?:吗|呢|啊)?()${end}`, 'su'),
  new RegExp(`^${comma}(?:更新|更改|修改|改一?下|换一?下)${self}的?(?:家庭|登记的?|居住)?(?:住址|地址|住处)${comma}(.*?)${end}`, 'su'),
  new RegExp(`^${comma}${self}的?新(?:家庭)?(?:住址|地址|家)(?:是|在)?${comma}(.*?)${end}`, 'su'),
  /^\s*(?:hi|hello|please)?[\s,]*(?:i|we)(?:'ve|’ve| have)?\s+(?:just\s+|recently\s+)?moved(?:\s+(?:house|home|flat))?(?:[\s,.;:]+(?:and\s+)?(?:i|we)?\s*(?:now\s+)?(?:live|am living|are living)(?:\s+now)?\s+(?:at|in)|[\s,.;:]+(?:and\s+)?(?:my|our)\s+(?:new\s+)?(?:address|home)\s+is(?:\s+now)?|\s+to)?[\s,.:;]*(.*?)(?:\s+now)?[\s.!]*$/isu,
  /^\s*(?:please\s+)?(?:change|update)\s+my\s+(?:home\s+)?address(?:\s+to)?[\s,.:;]*(.*?)[\s.!]*$/isu,
  /^\s*my\s+(?:new\s+)?(?:home\s+)?address\s+(?:is\s+now|has\s+changed\s+to|changed\s+to|is)[\s,.:;]*(.*?)[\s.!]*$/isu,
];

/** Words that look like an address, where no list has the place. */
export const ADDRESS_LIKE = /^[\p{L}\p{N}\s-]{0,16}(?:小区|花园|家园|苑|公寓|村|路|街|巷|弄|号院?|栋|幢|楼|单元|室|层)[\p{N}\s单元室号栋楼层-]*$|\b(?:road|street|lane|building|block|flat|apartment|garden)\b/iu;

/** What may stand beside the names and numbers of an address. */
export const BESIDE_ADDRESS = /^(?:小区|社区|那里|那边|里面?|[的在住了是,，。.、\s-]|at|in|the|of|room|flat|unit|building|no)*$/iu;
