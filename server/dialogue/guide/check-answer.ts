import type { Cues } from '../slots/cues.ts';
import { plainWords } from './core.ts';

const it = '(?:it|they|that|this|he|she|both|all(?: of them)?|everything|we|i|there)';
const yes = new RegExp(
  `^(?:${it} (?:all |both )?(?:does|do|is|are|has|have|did|can|fits?|stands?|looks? (?:good|right|fine|ok(?:ay)?))|` +
    '(?:all |looks? |sounds? )?(?:good|right|fine|there|clear|set)|yes .*|yup|affirmative|check|checked|i can|i do|i see (?:it|them)|有|在|都?[是有对齐好]了?的?|没错|看[到见]了)$',
  'u',
);
const no = new RegExp(
  `^(?:${it} (?:all |both |still |just )?(?:doesn't|does not|don't|do not|isn't|is not|aren't|are not|hasn't|haven't|didn't|can't|cannot|won't)\\b.*|` +
    "not (?:yet|really|quite|all|both|sure|at all)\\b.*|only (?:one|some|half)\\b.*|i (?:don't|can't) (?:think so|see (?:it|them|any))\\b.*|没有?|还?没.*|不是?|不太.*)$",
  'u',
);

/** A yes to a step's question, in the words people have for that: "yes", "they do", "looks good". */
export const saysYes = (text: string, cues: Cues): boolean =>
  !saysNo(text, cues) && (cues.yes || yes.test(plainWords(text)));

/** A no, or anything that is not quite a yes. */
export const saysNo = (text: string, cues: Cues): boolean =>
  cues.no ||
  no.test(plainWords(text)) ||
  (cues.yes && /\b(?:but|except|not|almost|nearly)\b|但/u.test(cues.rest));
