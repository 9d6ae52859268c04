// A production build puts compiled checks in this module's place: see transport/compiled-check-plugin.ts.

import Type from 'typebox';
import Value from 'typebox/value';
import { Guide } from '#protocol/guide';
import { GuideBrief, GuideProgress, OwnGuide } from '#protocol/guide-progress';

const GuideBriefs = Type.Array(GuideBrief);
const OwnGuides = Type.Array(OwnGuide);

export const isGuide = (value: unknown): value is Guide => Value.Check(Guide, value);
export const isGuideProgress = (value: unknown): value is GuideProgress => Value.Check(GuideProgress, value);
export const areGuideBriefs = (value: unknown): value is GuideBrief[] => Value.Check(GuideBriefs, value);
export const areOwnGuides = (value: unknown): value is OwnGuide[] => Value.Check(OwnGuides, value);
