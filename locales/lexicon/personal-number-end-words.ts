import { spokenFigures } from './personal-number-words.ts';

const spoken = Object.keys(spokenFigures).join('');
const someFigures = `((?:[0-9]{2,7}[0-9Xx]|[0-9]{1,2}[Xx]|[${spoken}]{3,6})(?![0-9A-Za-z${spoken}]))`;
const says = '(?:就|也|都|好像|应该|大概|写的?|是|为|[:： ,，"“]){0,3}';
const lastPlaces = '(?:末尾?|后[面边]?的?)[两俩三四五六八2-68]位';

/** The end of a number, called so: 尾号2871, 后四位702X, 末四位就行是吧 我是 081X; the group is the end. */
export const numberEndPatterns: readonly RegExp[] = [
  new RegExp(`(?:尾号|尾数|${lastPlaces}(?:数字?|号码?)?)${says}${someFigures}`, 'g'),
  new RegExp(`${lastPlaces}[^0-9。!?;\\n]{1,10}?([0-9]{3}[0-9Xx]|[0-9]{1,2}[Xx])(?![0-9A-Za-z])`, 'g'),
  /(?<![0-9A-Za-z])([0-9]{3}[0-9Xx])(?=(?:结尾|收尾|打尾|尾号))/g,
  /(?:ending (?:in|with)|last (?:4|four)(?: digits)?)(?: is| are|:)? ((?!19|20)[0-9]{4})(?![0-9])/gi,
];

/** Right after such figures: they are a count, a price or a date. */
export const notEndAfter = /^ ?(?:[年月日点元块角栋幢楼路个天次户人吨度]|号楼|分钟)/;
