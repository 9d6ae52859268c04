export { everyChineseNoun, inChinese, nounsInChinese, withoutChineseNouns } from '../../catalogue/index.ts';
