import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { box } from './parts.ts';
import { pieces } from './shape.ts';
import { steps } from './steps.ts';

export const beaconRouter: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'beacon-router',
    revision: 1,
    product: 'beacon-router',
    title: text('Beacon Wi-Fi router', 'Beacon 无线路由器'),
    stands: 'table',
    minutes: 17,
    difficulty: 1,
    people: 1,
    safety: [text('Never look into a fibre plug.', '切勿直视光纤插头。')],
    ...box,
    steps,
    joints: [
      ['fibre-lead', 'fibre-box'],
      ['network-cable', 'fibre-box'],
      ['network-cable', 'router'],
      ['power-adapter', 'router'],
    ],
  },
};
