export { type Part, type Resolution, resolveNumber } from './resolve.ts';
export { type DigitRun, digitRuns, type HeardDigit, heardWords, typedWords } from './spoken-digits.ts';
