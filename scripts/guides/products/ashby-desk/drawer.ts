import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, text } from '../../product.ts';
import { drawer, drawerNodes, drawerX, hanger, runner } from './shape.ts';

const left: Direction = [-1, 0, 0];
const right: Direction = [1, 0, 0];
const forward: Direction = [0, 0, 1];
const back: Direction = [0, 0, -1];

/** The drawer is built on the floor in front of the desk. */
const onFloor = { offset: [-0.3, -0.605, 0.75] as Vector };
const camera: GuideStep['camera'] = { azimuth: 35, elevation: 38, distance: 1.9, target: [0, 0.1, 0.8] };
const upright = { camera, moves: [], warnings: [], mistakes: [], tools: ['hex-key'] };

const corner = (x: number, z: number): Vector[] => [0.635, 0.675].map((y) => [x, y, z]);
const beside = [
  { node: 'left', sign: -1, inwards: right },
  { node: 'right', sign: 1, inwards: left },
] as const;

/** Upright again: the drawer, from its front to the runners. */
export const drawerSteps: GuideStep[] = [
  {
    ...upright,
    id: 'turn-over',
    title: text('Turn the desk over', '把书桌翻正'),
    say: text(
      'With two people, lift the desk, turn it over in the air and set it on its feet. Turn the feet until it stops rocking.',
      '两人抬起书桌，在空中翻转后放正。旋转调平脚直到不再晃动。',
    ),
    check: text('Does the desk stand without rocking?', '书桌放稳、不晃动吗？'),
    warnings: [text('Never tip it over on two legs: the frames bend.', '不要用两条腿撑着翻，腿架会弯。')],
    arrivals: [],
    fasteners: [],
    tools: [],
    camera: { azimuth: 28, elevation: 18, distance: 2.8, target: [0, 0.35, 0] },
    minutes: 4,
  },
  {
    ...upright,
    id: 'drawer-box',
    title: text('Drawer box', '组装抽屉框'),
    say: text(
      'Screw the two sides, part J, to the drawer front, part I, grooves inside and low. Then screw the back, part K, between them, level with their upper edge.',
      '把两块侧板 J 固定到面板 I，槽朝内朝下；再把后板 K 装在两侧板之间，与上缘齐平。',
    ),
    check: text('Do the grooves face each other at the bottom?', '两侧的槽在下方相对吗？'),
    arrivals: [
      arrive(['drawer-front'], [0, -1, 0], 0.2, { aside: onFloor }),
      arrive(['drawer-side-left'], forward, 0.25, { aside: onFloor }),
      arrive(['drawer-side-right'], forward, 0.25, { aside: onFloor }),
      arrive(['drawer-back'], [0, -1, 0], 0.2, { aside: onFloor }),
    ],
    fasteners: [
      ...fasten(
        'drawer-screw',
        back,
        1800,
        [-1, 1].flatMap((sign) => corner(drawerX + sign * drawer.side, drawer.front + 0.009)),
      ),
      ...beside.flatMap(({ sign, inwards }) =>
        fasten('drawer-screw', inwards, 1800, corner(drawerX + sign * (drawer.side + 0.006), drawer.back)),
      ),
    ].map((place) => ({ ...place, on: 'drawer-front' })),
    minutes: 8,
    mistakes: [
      {
        sign: text('The back is not level with the sides.', '后板与侧板不齐。'),
        remedy: text(
          'It belongs at the top: the gap below lets the bottom slide in.',
          '后板应靠上，下方的空隙用来插入底板。',
        ),
      },
    ],
  },
  {
    ...upright,
    id: 'drawer-bottom',
    title: text('Drawer bottom', '插入底板'),
    say: text(
      'Slide the bottom, part L, into the grooves from behind until it meets the front.',
      '把底板 L 从后面沿槽推入，直到碰到面板。',
    ),
    check: text('Does the bottom sit in both grooves all the way?', '底板两侧都完全进槽了吗？'),
    arrivals: [arrive(['drawer-bottom'], forward, 0.45, { aside: onFloor })],
    fasteners: [],
    tools: [],
    camera: { ...camera, azimuth: 75, elevation: 48 },
    minutes: 2,
  },
  {
    ...upright,
    id: 'handle-and-runners',
    title: text('Handle and inner runners', '装拉手和内滑轨'),
    say: text(
      'Screw the handle, part M, to the front from inside. Then screw an inner runner, part H, along the outside of each side, lever end at the back.',
      '从内侧把拉手 M 固定在面板上；再把内滑轨 H 沿侧板外侧固定，拨片一端朝后。',
    ),
    check: text('Are both levers at the back of the drawer?', '两个拨片都在抽屉后端吗？'),
    arrivals: [
      arrive(['handle'], back, 0.15, { aside: onFloor }),
      ...beside.map(({ node, inwards }) =>
        arrive([`runner-inner-${node}`], inwards, 0.15, { aside: onFloor }),
      ),
    ],
    fasteners: [
      ...fasten(
        'handle-screw',
        forward,
        1440,
        [-0.055, 0.055].map((x): Vector => [drawerX + x, 0.655, drawer.front - 0.009]),
      ),
      ...beside.flatMap(({ sign, inwards }) =>
        fasten(
          'runner-screw',
          inwards,
          1440,
          [-0.16, 0, 0.16].map(
            (z): Vector => [drawerX + sign * (runner.inner + 0.003), runner.y, hanger.z + z],
          ),
        ),
      ),
    ].map((place) => ({ ...place, on: 'drawer-front' })),
    minutes: 7,
  },
  {
    ...upright,
    id: 'drawer-in',
    title: text('Put the drawer in', '装入抽屉'),
    say: text(
      'Set both inner runners into the outer ones at the same time and push the drawer in gently until it clicks.',
      '让两条内滑轨同时对准外滑轨，轻推抽屉直到听见咔嗒声。',
    ),
    check: text('Does the drawer close flush and open smoothly?', '抽屉能平整关上、顺畅拉开吗？'),
    arrivals: [],
    moves: [{ nodes: drawerNodes, direction: back, distance: 0.55 }],
    fasteners: [],
    tools: [],
    camera: { azimuth: 28, elevation: 18, distance: 2.8, target: [0, 0.4, 0.1] },
    minutes: 3,
    mistakes: [
      {
        sign: text('The drawer jams half-way.', '抽屉推到一半卡住。'),
        remedy: text(
          'One runner missed its track. Pull the drawer out, slide both outer runners back, and try again.',
          '有一条滑轨没对准。抽出抽屉，把外滑轨推回后重试。',
        ),
      },
    ],
  },
];
