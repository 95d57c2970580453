/** What compounds are called. */
const COMPOUNDS = '花园|家园|小区|公寓|嘉园|佳苑|雅苑|新村|大院|家属院|名府|广场|社区';

/** Where something is, as a resident says it: a compound, street or village by the two characters before its kind, and the number of a building, unit, floor or flat. Simplified, every number a single 0. */
export const whereSaid =
  new RegExp(String.raw`[\u4e00-\u9fff]{2}(?:${COMPOUNDS}|大厦|大道|大街|老街|[苑路街巷府里湾])(?=[a-z0一二三四五六七八九十东西南北门后前旁附口的和与，。,.\s]|$)|[a-z]?[0一二三四五六七八九十百零两]{1,4}(?:号楼|号院|号|栋|幢|座|单元|室|弄|期|组|排)(?!线|车|客|谈)`, 'g');

/** A compound's name as people write it before the number of a building. */
export const compoundBeforeNumber =
  new RegExp(String.raw`[\u4e00-\u9fff]{1,4}?(?:${COMPOUNDS}|[苑府里湾庭城轩居园郡])(?=[\dA-Za-z一二三四五六七八九十]{1,3}(?:号楼|号院|栋|幢|座|单元|期))`, 'g');
