export type { Gaps, Teacher, Unanswered } from './contract.ts';
export { createGaps, forgetGapConversations, type GapsParts, lessonsFile } from './create-gaps.ts';
export { type GapRoutesOptions, gapRoutes } from './routes.ts';
