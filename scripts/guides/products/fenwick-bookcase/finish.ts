import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, lying, text } from '../../product.ts';
import { boardY, faceX, looseY, rows, sideX, size } from './shape.ts';

const left: Direction = [-1, 0, 0];
const right: Direction = [1, 0, 0];
const forward: Direction = [0, 0, 1];
const atRows = (x: number, y: number): Vector[] => rows.map((z) => [x, y, z]);
const nailRow = (y: number): Vector[] => [-0.3, -0.1, 0.1, 0.3].map((x) => [x, y, -size.depth / 2]);
const nailColumn = (x: number): Vector[] =>
  [0.3, 0.55, 0.8, 1.25, 1.5, 1.75].map((y) => [x, y, -size.depth / 2]);

/** From the back panel to the wall. */
export const finish: GuideStep[] = [
  {
    id: 'back',
    title: text('Back panels', '装背板'),
    say: text(
      'Turn the frame onto its front. Lay the two back panels on it, smooth side down, so that they meet on the fixed shelf.',
      '把框架翻到正面朝下。将两块背板光滑面朝下铺上，接缝落在固定层板上。',
    ),
    check: text('Are both diagonals of the frame the same length?', '框架的两条对角线一样长吗？'),
    warnings: [
      text('Lift with two people: the frame is heavy and not yet stiff.', '请两人搬动：框架较重且尚未稳固。'),
    ],
    arrivals: [arrive(['back-lower'], forward, 0.3), arrive(['back-upper'], forward, 0.3)],
    moves: [],
    fasteners: [],
    tools: [],
    posture: lying.onFront,
    camera: { azimuth: 20, elevation: 45, distance: 3.5, target: [0, 0.14, 0] },
    minutes: 4,
    mistakes: [
      {
        sign: text('The panels overhang on one side.', '背板一侧超出边缘。'),
        remedy: text(
          'Push the frame at two opposite corners until the edges line up.',
          '推动框架对角的两个角，直到边缘对齐。',
        ),
      },
    ],
  },
  {
    id: 'nails',
    title: text('Nail the back', '钉背板'),
    say: text(
      'Drive the nails through the panels into the boards, a hand and a half apart: four along each board, six along each side.',
      '把钉子钉进横板和侧板，间隔约二十厘米：每块横板四颗，每侧六颗。',
    ),
    check: text('Do no nail points show inside the bookcase?', '书柜内侧没有露出钉尖吧？'),
    warnings: [
      text('Mind your fingers: hold the nail with pliers or a comb.', '小心手指：可用钳子或梳子夹住钉子。'),
    ],
    arrivals: [],
    moves: [],
    fasteners: fasten('nail', forward, 0, [
      ...nailRow(boardY.bottom),
      ...nailRow(boardY.top),
      ...nailRow(boardY.fixed - 0.005),
      ...nailColumn(-sideX),
      ...nailColumn(sideX),
    ]),
    tools: ['mallet'],
    posture: lying.onFront,
    camera: { azimuth: 20, elevation: 45, distance: 3.5, target: [0, 0.14, 0] },
    minutes: 8,
    mistakes: [],
  },
  {
    id: 'shelf-pins',
    title: text('Stand it up and set the shelf pins', '立起书柜，装层板托'),
    say: text(
      'Stand the bookcase up with two people. Choose four heights and push four shelf pins in for each, all in the same row of holes.',
      '两人把书柜立起。选好四个高度，每层在同一排孔里插四个层板托。',
    ),
    check: text('Are the four pins of each shelf level?', '每层的四个托都在同一高度吗？'),
    warnings: [
      text(
        'Until it is fixed to the wall it can tip: keep children away.',
        '固定到墙上之前可能倾倒，请勿让儿童靠近。',
      ),
    ],
    arrivals: [],
    moves: [],
    fasteners: looseY.flatMap((y) => [
      ...fasten('shelf-pin', left, 0, atRows(-faceX + 0.008, y - 0.012)),
      ...fasten('shelf-pin', right, 0, atRows(faceX - 0.008, y - 0.012)),
    ]),
    tools: [],
    camera: { azimuth: 28, elevation: 14, distance: 3.4, target: [0, 1, 0] },
    minutes: 4,
    mistakes: [],
  },
  {
    id: 'shelves',
    title: text('Lay in the shelves', '放入层板'),
    say: text(
      'Slide the four loose shelves in from the front and rest each on its pins.',
      '从正面推入四块活动层板，平放在层板托上。',
    ),
    check: text('Does every shelf lie flat without rocking?', '每块层板都放平、不晃动吗？'),
    warnings: [],
    arrivals: [1, 2, 3, 4].map((shelf) => arrive([`shelf-${shelf}`], [0, 0, -1], 0.45)),
    moves: [],
    fasteners: [],
    tools: [],
    camera: { azimuth: 28, elevation: 14, distance: 3.4, target: [0, 1, 0] },
    minutes: 3,
    mistakes: [
      {
        sign: text('A shelf rocks.', '层板晃动。'),
        remedy: text(
          'One pin is a hole too high or too low. Count from the fixed shelf.',
          '有一个托高了或低了一孔，请从固定层板数起。',
        ),
      },
    ],
  },
  {
    id: 'wall',
    title: text('Fix it to the wall', '固定到墙上'),
    say: text(
      'Push the bookcase against the wall. Screw the bracket to the top, then fix its upright leg to the wall with a plug that suits your wall.',
      '把书柜靠墙，将支架拧在顶板上，再用适合墙体的膨胀管把竖边固定到墙上。',
    ),
    check: text('Pull the top gently: does it stay put?', '轻拉书柜顶部，是否牢固不动？'),
    warnings: [
      text('Check for cables and pipes before you drill.', '钻孔前请确认没有电线和水管。'),
      text('Never leave the bookcase standing free.', '切勿让书柜不固定地立着。'),
    ],
    arrivals: [arrive(['wall-bracket'], [0, -1, 0], 0.15)],
    moves: [],
    fasteners: fasten('bracket-screw', [0, -1, 0], 1800, [
      [-0.01, size.height + 0.002, -0.11],
      [0.01, size.height + 0.002, -0.11],
    ]),
    tools: ['screwdriver'],
    camera: { azimuth: 35, elevation: 30, distance: 1.6, target: [0, 1.9, -0.1] },
    minutes: 7,
    mistakes: [],
  },
];
