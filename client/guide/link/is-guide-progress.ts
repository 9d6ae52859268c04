import Value from 'typebox/value';
import { GuideProgress } from '#protocol/guide-progress';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isGuideProgress = (value: unknown): value is GuideProgress => Value.Check(GuideProgress, value);
