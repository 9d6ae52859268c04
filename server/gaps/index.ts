export type { Gaps, Teacher, Unanswered } from './contract.ts';
export { createGaps, forgetGapConversations, type GapsParts } from './create-gaps.ts';
