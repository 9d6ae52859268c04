import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { box } from './parts.ts';
import { pieces } from './shape.ts';
import { steps } from './steps.ts';

export const ploverArmchair: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'plover-armchair',
    revision: 1,
    product: 'plover-armchair',
    title: text('Plover armchair', 'Plover 扶手椅'),
    stands: 'floor',
    minutes: 24,
    difficulty: 2,
    people: 1,
    safety: [text('Do not sit down before the step that tells you to.', '在步骤提示之前请勿坐下。')],
    ...box,
    steps,
    joints: [],
  },
};
