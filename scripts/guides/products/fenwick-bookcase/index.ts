import { guideFormat } from '#protocol/guide';
import { type GuideSource, text } from '../../product.ts';
import { finish } from './finish.ts';
import { frame } from './frame.ts';
import { box } from './parts.ts';
import { pieces } from './shape.ts';

export const fenwickBookcase: GuideSource = {
  pieces,
  guide: {
    format: guideFormat,
    slug: 'fenwick-bookcase',
    revision: 1,
    product: 'fenwick-bookcase',
    title: text('Fenwick bookcase', 'Fenwick 书柜'),
    stands: 'floor',
    minutes: 50,
    difficulty: 2,
    people: 2,
    safety: [
      text('Two people from the step where you stand it up.', '从立起书柜开始需要两个人。'),
      text(
        'It must be fixed to the wall: a full bookcase can kill a child if it falls.',
        '必须固定到墙上：装满的书柜倾倒可能致命。',
      ),
      text('Work on a blanket or the flattened box.', '请在毯子或摊平的纸箱上操作。'),
    ],
    ...box,
    steps: [...frame, ...finish],
    joints: [],
  },
};
