// A production build puts compiled checks in this module's place: see transport/compiled-check-plugin.ts.
import Value from 'typebox/value';
import { Guide } from '#protocol/guide';
import { GuideProgress } from '#protocol/guide-progress';

export const isGuide = (value: unknown): value is Guide => Value.Check(Guide, value);
export const isGuideProgress = (value: unknown): value is GuideProgress => Value.Check(GuideProgress, value);
