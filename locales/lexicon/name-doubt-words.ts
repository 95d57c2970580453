import { placeEnds } from './place-words.ts';

const longEnds = placeEnds.filter((end) => end !== '小区' && end !== '社区' && end !== '工地' && end !== '中心').join('|');

/** After a name of two characters, what makes another place's name of it: 华庭, 小学, 湾. */
export const continuesShort = new RegExp(
  `^(?!小区|社区)(?:(?![里外门边上下的了在有是和与到去从那这前后旁附对靠物业停路街])[\\u4e00-\\u9fff]){0,2}?(?:(?:${longEnds})(?![上口边牌灯面旁])|[庭邸郡轩墅坊岸](?![院审])|府(?!上)|园(?!林|区|丁|艺)|居(?!民|委|家|住|然)|[区县市乡](?![里域政])|(?<=^[\\u4e00-\\u9fff]{1,2})[店馆铺])|^第?[一二三四五六七八九十]+[路街巷村]|^(?:理发|美发|美容|网吧|影城|KTV|酒楼|茶楼|茶庄|餐厅|汽修|足浴|洗浴|驾校|培训|装饰|家具|集团|公司|大?药房)`,
);

/** After any name of a compound or landmark, what makes a road, works or bridge of it. */
export const continuesName = /^(?:大道|大街|路(?![口灯边面上对旁过段障牌标])|街(?![口边面上对坊道])|厂(?![门房区])|大桥|村(?![口民委里])|镇|庄)/;

/** After it, what makes a compound of it. */
export const compoundAfter = /^(?:小区|社区|花园|家园|公寓|[0-9一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元))/;

/** After it, what makes a saying of it: …前程, …蓝天. */
export const familiarPhrase = /^(?:式|工人|女工|职工|品|机械|闪闪|照耀|照我|高照|奖章|勋章|软件|牌|前程|山河|河山|江山|大地|文章|人生|年华|蓝天|青山|青天|丹心|长流|普照|灿烂|明媚|而居|而建|而立|之家|精神|人物|老人|事业|时代|社会)/;

const smalls = /^(?:时|碗|勺|块|袋|瓶|盒|口|步|段|节|只|点|个|杯|包|件|把|份|车|孩|朋友|姐|哥|伙|撮|片|条|张|批|组|队|班|户|间|区|型|家庭)/;
/** After the last sign of a name with a number, what makes an amount or a time of it: 一大早. */
export const measureAfter: ReadonlyMap<string, RegExp> = new Map([['小', smalls], ['中', /^(?:午|旬|全会|队|餐|年)/], ['院', /^(?:子|落|线)/], ['大', /^(?:块|堆|片|早|碗|袋|包|桶|项|类|件|张|群|把|家)/]]);

/** After it, what is only said of a place. */
export const placeSignAfter =
  /^(?:小区|社区|[0-9A-Z一二三四五六七八九十]{1,4}(?:号|栋|幢|座|#|期|单元|-)|[东南西北大正前后侧](?:大?门|区|苑)|门[口前卫岗]|里[头面边]?|内|外面|旁边|附近|周边|周围|对面|隔壁|边上|后面|前面|那边|这边|那块|那头|那里|这里|那一?带|那个?[^\s]{0,3}(?:门|口|路|站|楼)|楼[上下]|物业|业主|居民|住户|保安|地下|地铁|车库|停车|网格|居委|街道|老街|派出所)/;

/** After it, what a place may be said before. */
export const weakSignAfter = /^(?:$|[\s\p{P}]|[的在有那这没又天门]|放学|老师|学生|上学|能不能|什么时候)/u;

/** After it, what happens there: then nothing more of a name follows. */
export const predicateAfter = /^(?:[停没漏断有的又今昨一被坏堵要是不太很能什为怎到从跟和也都还全整每就在发出进住搞闹吵积着冒塌倒掉缺这那哪谁几多收交装修报办刚早晚半夜后前门旁对外里内边墙]|现在|附近|电梯|垃圾|路灯|广场|绿化|消防|快递|下水|暖气|燃气|充电|收费)/;

/** Before it, what a place is said after. */
export const namesBefore = /(?:^|[\s\p{P}]|[在到去住从是们咱俺往来离靠回跟和与给叫至找进出]|路过|经过|附近|旁边|这个|那个)$/u;

/** How places of few signs end: 五中, 一院. */
export const endsLikePlace = /[小中院厂站场馆街路桥村巷园城]$/;

/** What tells two places of one name apart: their number, where they lie, how old they are. */
export const tellingSign = /[0-9一二三四五六七八九十东南西北中上下前后内外新老大小A-Z]/;

/** The end of a name that tells what it is, not how it is called. */
export const namesEnd = new RegExp(`(?:${[...placeEnds].sort((one, other) => other.length - one.length).join('|')}|弄|道)$`);
