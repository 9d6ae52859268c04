import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { box } from './parts.ts';
import { hanging } from './screen.ts';
import { pieces } from './shape.ts';
import { wall } from './wall.ts';

const steps = [...wall, ...hanging];

export const vistaTelevision: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'vista-television',
    revision: 1,
    product: 'vista-television',
    title: text('Vista 55 television on the wall', 'Vista 55 电视壁挂安装'),
    stands: 'wall',
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    difficulty: 4,
    people: 2,
    safety: [
      text(
        'Hang it on wooden studs, brick or concrete only, never on plasterboard alone.',
        '只能固定在木龙骨、砖墙或混凝土上，切勿只固定在石膏板上。',
      ),
      text(
        'Look for cables and pipes before you drill, and wear safety glasses.',
        '钻孔前先探测电线和水管，并戴护目镜。',
      ),
      text('Two people lift the screen.', '搬动屏幕需要两个人。'),
    ],
    ...box,
    steps,
    joints: [
      ['hdmi-lead', 'screen'],
      ['power-lead', 'screen'],
    ],
  },
};
