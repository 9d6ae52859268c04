export { inChinese, nounsInChinese, withoutChineseNouns } from '../../catalogue/index.ts';
