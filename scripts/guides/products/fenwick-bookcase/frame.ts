import type { Direction, FastenerPlace, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, lying, text } from '../../product.ts';
import { boardY, faceX, plinthHeight, rows, sideX, size } from './shape.ts';

const left: Direction = [-1, 0, 0];
const right: Direction = [1, 0, 0];

/** Both panels lie flat beside one another until B closes the frame. */
const besideA = {
  offset: [-2 * sideX, 0, 0.45] as Vector,
  turn: [0, 1, 0, 0] as [number, number, number, number],
};
const atRows = (x: number, y: number): Vector[] => rows.map((z) => [x, y, z]);
/** A cam bolt stands 23 mm out of the wood; its other 11 mm are thread. */
const boltX = faceX - 0.023;
const heights = Object.values(boardY);

/** One end of a cross board: two dowels pushed in, two cams dropped into their pockets and locked. */
const boardEnd = (y: number, end: 1 | -1): FastenerPlace[] => [
  ...fasten('dowel', end < 0 ? left : right, 0, [[end * (faceX - 0.018), y, 0.0015]]),
  ...fasten('cam-lock', [0, 1, 0], 180, atRows(end * (faceX - 0.034), y - size.board / 2)),
];

const lyingCamera = (height: number): GuideStep['camera'] => ({
  azimuth: 25,
  elevation: 38,
  distance: 3.5,
  target: [0, height, 0],
});

const crossBoard = (
  id: string,
  node: string,
  y: number,
  say: GuideStep['say'],
  title: GuideStep['title'],
): GuideStep => ({
  id,
  title,
  say,
  check: text('Do the round pockets face the floor end of the bookcase?', '圆孔是否朝向书柜的底端？'),
  warnings: [],
  arrivals: [arrive([node], left, 0.3)],
  moves: [],
  fasteners: boardEnd(y, -1),
  tools: ['screwdriver'],
  posture: lying.onLeftSide,
  camera: lyingCamera(0.4),
  minutes: 4,
  mistakes: [
    {
      sign: text('The cam lock will not turn.', '偏心轮拧不动。'),
      remedy: text(
        'Press the board down until it touches part A, point the arrow on the cam at the bolt, then turn half a turn.',
        '把横板压紧贴住 A 板，让偏心轮上的箭头对准连接杆，再转半圈。',
      ),
    },
  ],
});

/** From loose panels to a closed frame, lying on its left side. */
export const frame: GuideStep[] = [
  {
    id: 'bolts-left',
    title: text('Cam bolts into the left side', '左侧板装连接杆'),
    say: text(
      'Lay part A on something soft with its shelf holes facing up. Screw six cam bolts into the larger holes until the collar touches the wood.',
      '把 A 板放在软垫上，层板孔朝上。将六根连接杆拧入较大的孔，直到凸缘贴住板面。',
    ),
    check: text('Are all six bolts in, each with its collar on the wood?', '六根连接杆都拧到凸缘贴板了吗？'),
    warnings: [
      text('Stop when the collar touches: one turn more strips the hole.', '凸缘贴板即停，再拧会损坏孔。'),
    ],
    arrivals: [arrive(['side-left'], left, 0.35)],
    moves: [],
    fasteners: fasten(
      'cam-bolt',
      left,
      1440,
      heights.flatMap((y) => atRows(-boltX, y)),
    ),
    tools: ['screwdriver'],
    posture: lying.onLeftSide,
    camera: lyingCamera(0.05),
    minutes: 4,
    mistakes: [
      {
        sign: text('The bolts fall out again.', '连接杆会掉出来。'),
        remedy: text(
          'They are in the small shelf holes. Use the larger holes, two in a row.',
          '您用了小的层板孔，请改用成对的大孔。',
        ),
      },
    ],
  },
  {
    id: 'bolts-right',
    title: text('Cam bolts into the right side', '右侧板装连接杆'),
    say: text(
      'Do the same with part B: six cam bolts. Then put it aside; it comes back when the frame is ready to close.',
      'B 板同样拧入六根连接杆，然后放在一旁，等框架合上时再用。',
    ),
    check: text('Does part B lie to one side with six bolts in it?', 'B 板装好六根连接杆并放在一旁了吗？'),
    warnings: [],
    arrivals: [arrive(['side-right'], left, 0.35, { aside: besideA })],
    moves: [],
    fasteners: fasten(
      'cam-bolt',
      right,
      1440,
      heights.flatMap((y) => atRows(boltX, y)),
    ).map((place) => ({ ...place, on: 'side-right' })),
    tools: ['screwdriver'],
    posture: lying.onLeftSide,
    camera: lyingCamera(0.05),
    minutes: 4,
    mistakes: [],
  },
  crossBoard(
    'bottom-board',
    'board-bottom',
    boardY.bottom,
    text(
      'Push a dowel into the middle hole at each end of a part C and drop in its cam locks. Stand it on part A, on the bolts nearest the floor end, and turn the two lower cams half a turn.',
      '在一块 C 板两端中间的孔插入木榫，放入偏心轮。把它立在 A 板最靠近底端的连接杆上，将下面两个偏心轮各转半圈。',
    ),
    text('Bottom board', '装底板'),
  ),
  {
    id: 'plinth',
    title: text('Plinth', '装踢脚板'),
    say: text(
      'Push a dowel into each end of part D. Stand it on part A below the bottom board, set back three centimetres from the front edge.',
      '在 D 板两端各插一根木榫，立在 A 板上、底板下方，比前边缘缩进约三厘米。',
    ),
    check: text(
      'Is the plinth on the front side, the side without the back panel?',
      '踢脚板装在前侧（没有背板的一侧）了吗？',
    ),
    warnings: [],
    arrivals: [arrive(['plinth'], left, 0.3)],
    moves: [],
    fasteners: fasten('dowel', left, 0, [[-faceX + 0.018, plinthHeight / 2, size.depth / 2 - 0.03]]),
    tools: [],
    posture: lying.onLeftSide,
    camera: lyingCamera(0.4),
    minutes: 2,
    mistakes: [],
  },
  crossBoard(
    'fixed-shelf',
    'shelf-fixed',
    boardY.fixed,
    text(
      'Fit the second part C in the middle the same way: dowels, cam locks, down onto the bolts, half a turn.',
      '第二块 C 板装在中间，方法相同：木榫、偏心轮、对准连接杆压下，转半圈。',
    ),
    text('Fixed shelf', '装固定层板'),
  ),
  crossBoard(
    'top-board',
    'board-top',
    boardY.top,
    text(
      'The last part C is the top. Fit it on the remaining bolts and lock its cams.',
      '最后一块 C 板是顶板，装到剩下的连接杆上并锁紧。',
    ),
    text('Top board', '装顶板'),
  ),
  {
    id: 'close-frame',
    title: text('Close the frame', '合上框架'),
    say: text(
      'Fetch part B. Lower it onto all three boards and the plinth at once, press it home, and lock the six cams.',
      '取来 B 板，同时对准三块横板和踢脚板放下，压紧后锁紧六个偏心轮。',
    ),
    check: text('Is part B flush with every board, with no gap?', 'B 板与每块横板都贴紧、没有缝隙吗？'),
    warnings: [text('This is easier with a second pair of hands.', '这一步两个人做更轻松。')],
    arrivals: [],
    moves: [{ nodes: ['side-right'], direction: left, distance: 0.35 }],
    fasteners: heights.flatMap((y) => boardEnd(y, 1)),
    tools: ['screwdriver'],
    posture: lying.onLeftSide,
    camera: lyingCamera(0.45),
    minutes: 6,
    mistakes: [
      {
        sign: text('One board will not go in.', '有一块横板装不进去。'),
        remedy: text(
          'Its dowel is not all the way in. Lift part B a finger wide, push the dowel, and lower it again.',
          '木榫没有插到底。把 B 板抬起一指宽，推紧木榫再放下。',
        ),
      },
    ],
  },
];
