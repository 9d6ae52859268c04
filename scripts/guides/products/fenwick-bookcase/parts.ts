import type { Guide } from '#protocol/guide';
import { text } from '../../product.ts';

/** What is in the box. */
export const box: Pick<Guide, 'parts' | 'hardware' | 'tools'> = {
  parts: [
    {
      id: 'side-left',
      letter: 'A',
      nodes: ['side-left'],
      label: text('Left side', '左侧板'),
      description: text(
        'A long panel as tall as the bookcase. Rows of small shelf holes run down its right-hand face.',
        '与书柜等高的长板，右侧面有成排的小层板孔。',
      ),
      size: [0.018, 2.02, 0.277],
    },
    {
      id: 'side-right',
      letter: 'B',
      nodes: ['side-right'],
      label: text('Right side', '右侧板'),
      description: text(
        'The mirror image of part A: its shelf holes are on the left-hand face.',
        '与 A 板左右对称，层板孔在左侧面。',
      ),
      size: [0.018, 2.02, 0.277],
    },
    {
      id: 'cross-board',
      letter: 'C',
      nodes: ['board-bottom', 'shelf-fixed', 'board-top'],
      label: text('Cross board', '横板'),
      description: text(
        'Three identical boards. Each has four round pockets on one face for the cam locks.',
        '三块相同的横板，一面各有四个安装偏心轮的圆孔。',
      ),
      size: [0.764, 0.018, 0.277],
    },
    {
      id: 'plinth',
      letter: 'D',
      nodes: ['plinth'],
      label: text('Plinth', '踢脚板'),
      description: text(
        'A narrow strip, six centimetres tall, that closes the gap at the floor.',
        '六厘米高的窄条，用来封住底部。',
      ),
      size: [0.764, 0.06, 0.018],
    },
    {
      id: 'back',
      letter: 'E',
      nodes: ['back-lower', 'back-upper'],
      label: text('Back panel', '背板'),
      description: text(
        'Two thin brown sheets, one side smoother than the other.',
        '两张棕色薄板，一面更光滑。',
      ),
      size: [0.796, 1.009, 0.003],
    },
    {
      id: 'shelf',
      letter: 'F',
      nodes: ['shelf-1', 'shelf-2', 'shelf-3', 'shelf-4'],
      label: text('Loose shelf', '活动层板'),
      description: text(
        'Four shelves without any holes, a little shallower than the cross boards.',
        '四块没有孔的层板，比横板略浅。',
      ),
      size: [0.761, 0.018, 0.262],
    },
    {
      id: 'wall-bracket',
      letter: 'G',
      nodes: ['wall-bracket'],
      label: text('Wall bracket', '防倒支架'),
      description: text('A small steel angle with one short and one long leg.', '一长一短的小号金属角件。'),
      size: [0.04, 0.05, 0.05],
    },
  ],
  hardware: [
    {
      id: 'dowel',
      kind: 'dowel',
      label: text('Wooden dowel, 30 mm', '木榫 30 毫米'),
      length: 0.03,
      diameter: 0.008,
      count: 14,
    },
    {
      id: 'cam-bolt',
      kind: 'cam-bolt',
      label: text('Cam bolt, 34 mm', '偏心连接杆 34 毫米'),
      length: 0.034,
      diameter: 0.006,
      count: 12,
      tool: 'screwdriver',
    },
    {
      id: 'cam-lock',
      kind: 'cam-lock',
      label: text('Cam lock', '偏心轮'),
      length: 0.012,
      diameter: 0.015,
      count: 12,
      tool: 'screwdriver',
    },
    {
      id: 'shelf-pin',
      kind: 'pin',
      label: text('Shelf pin', '层板托'),
      length: 0.016,
      diameter: 0.005,
      count: 16,
    },
    {
      id: 'nail',
      kind: 'nail',
      label: text('Nail, 20 mm', '钉子 20 毫米'),
      length: 0.02,
      diameter: 0.0014,
      count: 26,
      tool: 'mallet',
    },
    {
      id: 'bracket-screw',
      kind: 'screw',
      label: text('Screw, 16 mm', '螺丝 16 毫米'),
      length: 0.016,
      diameter: 0.004,
      count: 2,
      tool: 'screwdriver',
    },
  ],
  tools: [
    { id: 'screwdriver', label: text('Cross-head screwdriver', '十字螺丝刀'), inBox: false },
    { id: 'mallet', label: text('Rubber mallet or small hammer', '橡皮锤或小锤子'), inBox: false },
  ],
};
