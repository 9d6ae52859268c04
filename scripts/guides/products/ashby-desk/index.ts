import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { drawerSteps } from './drawer.ts';
import { frame } from './frame.ts';
import { box } from './parts.ts';
import { pieces } from './shape.ts';

export const ashbyDesk: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'ashby-desk',
    revision: 1,
    product: 'ashby-desk',
    title: text('Ashby desk', 'Ashby 书桌'),
    stands: 'floor',
    minutes: 60,
    difficulty: 3,
    people: 2,
    safety: [
      text('Two people to carry the top and to turn the desk over.', '搬桌面和翻转书桌需要两个人。'),
      text('Keep fingers out of the runners: they close like scissors.', '手指勿伸入滑轨，以免夹伤。'),
    ],
    ...box,
    steps: [...frame, ...drawerSteps],
    joints: [],
  },
};
