import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { opening } from './opening.ts';
import { box } from './parts.ts';
import { pieces } from './shape.ts';
import { upgrade } from './upgrade.ts';

const steps = [...opening, ...upgrade];

export const slateLaptop: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'slate-laptop',
    revision: 1,
    product: 'slate-laptop',
    title: text('More memory and disk for the Slate 14', 'Slate 14 内存和硬盘升级'),
    stands: 'table',
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    difficulty: 3,
    people: 1,
    safety: [
      text('Shut down and unplug the charger before you open it.', '打开之前请关机并拔下充电器。'),
      text('Touch bare metal before you touch any part inside.', '触摸内部零件前先摸一下裸露的金属。'),
      text('Never bend or pierce the battery.', '切勿弯折或刺破电池。'),
    ],
    ...box,
    steps,
    joints: [
      ['memory', 'laptop'],
      ['disk', 'laptop'],
      ['battery-plug', 'laptop'],
    ],
  },
};
