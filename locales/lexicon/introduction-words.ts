/** A greeting with who one is, and nothing else: the whole of what is written. */
export const INTRODUCES: readonly RegExp[] = [
  /^(?=.{4,50}$)(?:尊敬的|各位)?(?:老板|老师|领导|师傅|同志|书记|主任|社区|街道|管理员|大家|小哨子?|哨子)?(?:您好|你好|好|早上好|下午好|晚上好|打扰了?|在吗|hi|hello)[啊呀哈吖]?[\s\p{P}]*(?:我|俺|咱|这里|这边|本人)(?:们)?(?:是|叫|姓|住)(?!被|来|想|要|不|有|没|从|因|怎|什么|哪|谁|在哪)[^?？吗]{1,40}$/iu,
  /^(?=.{6,60}$)(?:hi|hello|good (?:morning|afternoon|evening))(?: there)?[\s\p{P}]+(?:i am|i['\u2019]m|my name is|this is)(?! (?:having|not|here to|calling|writing|trying|looking|sick|tired|so|very|a victim))\b[^?]{2,40}$/iu,
];

/** Asks whether the police should be called. */
export const ASKS_POLICE = /(?:(?:这个?|这种|这样|那|我|我们|是不是|到底|你说|请问)*(?:要不要|需不需要|该不该|用不用|能不能|可不可以|应不应该|是不是要|是不是该|可以|需要|应该|要|该|能|用)(?:去|得)?(?:报警|打110|打 110|叫警察|找警察)(?:吗|么|啊|呀|呢|吧|不)?|(?:报警|打110)(?:有用|行|合适|可以|好|管用)(?:吗|么)|\b(?:should|can|do|shall|must) (?:i|we) (?:need to |have to )?call (?:the police|110)\b)(?=$|[\s\p{P}]|我|但|可)/iu;

/** Said beside it: the speaker does not dare. */
export const NOT_DARE = /(?:我|但是?|可是?|又|也|真的|有点|实在|[\s\p{P}])*(?:不敢|怕|害怕|怕报复|怕他们?)(?:报|打|说|惹|他们?|了|啊|呀)*|\b(?:but )?i(?:['\u2019]m| am) (?:scared|afraid)\b/giu;
