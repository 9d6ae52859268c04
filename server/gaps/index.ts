export type { Gaps, Teacher, Unanswered } from './contract.ts';
export { createGaps, forgetGapConversations, type GapsParts } from './create-gaps.ts';
export { lessonsFile } from './lessons-file.ts';
export { type GapRoutesOptions, gapRoutes } from './routes.ts';
