/** How the names of months and days begin. */
export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** A month by its name or how that begins: part of a pattern. */
export const englishMonth = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?';
const number = '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|several|a couple of|many|half an?';
const unit = 'minutes?|mins?|hours?|days?|nights?|weeks?|months?|years?';

/** Whether any of it can be English of time at all. */
export const englishLetters = /[a-z]{3}/i;
/** yesterday, the day before yesterday, last night, this morning: days from today, part of the day. */
export const englishDayPattern = /\b(the day before yesterday|yesterday|last night|this (?:morning|afternoon|evening)|tonight|today|tomorrow)(?: (morning|afternoon|evening|night))?\b/gi;
export const englishDays: Readonly<Record<string, readonly [days: number, part: string | undefined]>> = {
  'the day before yesterday': [-2, undefined], yesterday: [-1, undefined], 'last night': [-1, 'night'], 'this morning': [0, 'morning'], 'this afternoon': [0, 'afternoon'], 'this evening': [0, 'evening'],
  tonight: [0, 'evening'], today: [0, undefined], tomorrow: [1, undefined],
};
export const englishParts: Readonly<Record<string, readonly [number, number]>> = { morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [18, 30] };
/** at night, in the morning: a part of the day by itself. */
export const englishPartPattern = /\b(?:late |early )?(?:at (night)|in the (morning|afternoon|evening)(?!s)|over(night))\b/gi;
/** last Friday, on Monday, since Tuesday, this Sunday morning: which week, the day, part of it. */
export const englishWeekdayPattern = new RegExp(`\\b(?:(last|this|next|on) |(?<=\\b(?:since|from|until|till) ))(${weekday})(?: (morning|afternoon|evening|night))?\\b`, 'gi');
/** September 10, 10 Sept, on the 3rd of May. */
export const englishDatePattern = new RegExp(`\\b(?:(${englishMonth})\\.? (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${englishMonth}))\\b`, 'gi');
/** last week, this month. */
export const englishPeriodPattern = /\b(last|this|next) (week|month|weekend|year)\b/gi;
/** 3 pm, 11:30 p.m., midnight, noon. */
export const englishClockPattern = /\b(?:(?:at|around|about|by) )?(?:(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?|(midnight|noon))/gi;
/** for three days, two weeks now, 3 hours ago: the count, the unit, ago. */
export const englishLengthPattern = new RegExp(`\\b(?:(for|over|almost|nearly|more than|about|past|in the last|the last) )*(${number}) (${unit})( ago| now| already|)(?! (?:old|year))\\b|\\bfor (?:days|weeks|months|years|hours|ages|a long time)\\b`, 'gi');
export const englishCounts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, 'a few': 3, several: 4, 'a couple of': 2, many: 5, 'half a': 0.5, 'half an': 0.5 };
export const englishUnits: Readonly<Record<string, number>> = { mi: 1 / 60, ho: 1, da: 24, ni: 24, we: 168, mo: 730, ye: 8760 };
/** every night, all day, on weekends, keeps dropping. */
export const englishAgainPattern = new RegExp(`\\b(?:every(?: single)? (?:${weekday}|night|day|morning|evening|afternoon|weekend|week|month|year|time|few (?:days|hours|minutes)|other day|\\d+ \\w+)|each (?:night|day|morning|week|time)|all the time|(?:on )?weekends|in the (?:mornings|afternoons|evenings)|${weekday}s|nightly|(?<!once |twice )daily|whenever it rains|when it rains|day and night|24/7)(?: at night| (?:morning|afternoon|evening|night)s?)?`, 'gi');
export const englishOftenPattern = /\b(?:always|often|constantly|keeps? \w+ing|again and again|repeatedly|all (?:night|day)(?: long)?|over and over)\b/gi;
export const englishNowPattern = /\b(?:just now|right now|at the moment|a moment ago|moments ago)\b/gi;
export const englishSinceBefore = /\b(?:since|from|starting|ever since)\s+(?:around |about |the )?$/i;
export const englishUntilNow = /^(?: (?:until|till|to) now)/i;
