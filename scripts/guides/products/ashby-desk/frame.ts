import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, lying, text } from '../../product.ts';
import {
  drawerX,
  frameX,
  hanger,
  rail,
  runner,
  size,
  tray,
  trayBracketX,
  trayBracketZ,
  under,
} from './shape.ts';

/** Towards the desk top: down, while the desk lies upside down. */
const home: Direction = [0, 1, 0];
const left: Direction = [-1, 0, 0];
const right: Direction = [1, 0, 0];
const camera: GuideStep['camera'] = { azimuth: 28, elevation: 34, distance: 2.6, target: [0, 0.25, 0] };
const onItsTop = {
  posture: lying.upsideDown,
  camera,
  moves: [],
  warnings: [],
  mistakes: [],
  tools: ['hex-key'],
};

/** The hangers get their runners on the floor in front of the top. */
const before = { offset: [0, size.top, -0.62] as Vector };
const alongRunner = [-0.16, 0, 0.16];
const runnerScrews = (sign: 1 | -1): Vector[] =>
  alongRunner.map((z) => [drawerX + sign * (runner.outer - 0.003), runner.y, hanger.z + z]);
const hangerBolts = (sign: 1 | -1): Vector[] =>
  [-0.18, 0, 0.18].map((z) => [drawerX + sign * (hanger.x + 0.018), under - 0.002, hanger.z + z]);

/** Upside down on the floor: everything that hangs under the top. */
export const frame: GuideStep[] = [
  {
    ...onItsTop,
    id: 'top-down',
    title: text('Lay the top face down', '桌面朝下放好'),
    say: text(
      'Lay part A on a blanket with the metal inserts facing up.',
      '把 A 板放在毯子上，金属螺纹孔朝上。',
    ),
    check: text('Do you see the metal inserts?', '能看到金属螺纹孔吗？'),
    warnings: [
      text('The top weighs eighteen kilos: carry it with two people.', '桌面重十八公斤，请两人搬动。'),
    ],
    arrivals: [arrive(['top'], home, 0.3)],
    fasteners: [],
    tools: [],
    minutes: 3,
  },
  {
    ...onItsTop,
    id: 'runners',
    title: text('Runners onto the hangers', '滑轨装到挂架上'),
    say: text(
      'Pull each runner apart. Screw the outer half, part G, to the wide face of a hanger, part F, with three short screws. Make one left and one right.',
      '把滑轨拉开。用三颗短螺丝把外滑轨 G 固定在挂架 F 的宽面上，左右各一。',
    ),
    check: text(
      'Do the two hangers mirror one another, runners facing each other?',
      '两个挂架是否左右对称、滑轨相对？',
    ),
    arrivals: [
      arrive(['hanger-left'], home, 0.2, { aside: before }),
      arrive(['hanger-right'], home, 0.2, { aside: before }),
      arrive(['runner-outer-left'], left, 0.1, { aside: before }),
      arrive(['runner-outer-right'], right, 0.1, { aside: before }),
    ],
    fasteners: [
      ...fasten('runner-screw', left, 1800, runnerScrews(-1)).map((place) => ({
        ...place,
        on: 'hanger-left',
      })),
      ...fasten('runner-screw', right, 1800, runnerScrews(1)).map((place) => ({
        ...place,
        on: 'hanger-right',
      })),
    ],
    minutes: 6,
    mistakes: [
      {
        sign: text('The runner will not come apart.', '滑轨拉不开。'),
        remedy: text(
          'Pull it out fully, press the small lever up on one and down on the other, and keep pulling.',
          '拉到底，按住小拨片（一个向上、一个向下）继续拉。',
        ),
      },
    ],
  },
  {
    ...onItsTop,
    id: 'hangers',
    title: text('Hangers under the top', '挂架装到桌面'),
    say: text(
      'Set both hangers on the inserts on the right-hand side, runners facing each other, and put in three bolts each. Tighten them only when all six are in.',
      '把两个挂架放在右侧的螺纹孔上，滑轨相对，各装三颗螺栓。六颗都装上后再拧紧。',
    ),
    check: text('Is the open end of both runners towards the front edge?', '两条滑轨的开口都朝向前边缘吗？'),
    arrivals: [],
    moves: [
      { nodes: ['hanger-left', 'runner-outer-left'], direction: home, distance: 0.2 },
      { nodes: ['hanger-right', 'runner-outer-right'], direction: home, distance: 0.2 },
    ],
    fasteners: [
      ...fasten('bolt', home, 1440, hangerBolts(-1)),
      ...fasten('bolt', home, 1440, hangerBolts(1)),
    ],
    minutes: 6,
  },
  {
    ...onItsTop,
    id: 'legs',
    title: text('Leg frames', '装腿架'),
    say: text(
      'Stand a leg frame, part B, on each end and put in four bolts a frame.',
      '两端各立一个腿架 B，每个装四颗螺栓。',
    ),
    check: text('Do both frames stand square to the top?', '两个腿架都与桌面垂直吗？'),
    arrivals: [arrive(['frame-left'], home, 0.4), arrive(['frame-right'], home, 0.4)],
    fasteners: [-1, 1].flatMap((sign) =>
      fasten(
        'bolt',
        home,
        1440,
        [-0.2, -0.1, 0.1, 0.2].map((z): Vector => [sign * frameX, under - 0.04, z]),
      ),
    ),
    minutes: 6,
  },
  {
    ...onItsTop,
    id: 'rail',
    title: text('Back rail', '装后横梁'),
    say: text(
      'Hold the back rail, part C, between the frames at the back and bolt it through the legs with two long bolts an end.',
      '把后横梁 C 放在后侧两腿架之间，每端用两颗长螺栓穿过桌腿固定。',
    ),
    check: text('Is the rail on the side away from the drawer’s open end?', '横梁在抽屉开口的对面一侧吗？'),
    arrivals: [arrive(['rail'], home, 0.3)],
    fasteners: [
      ...fasten(
        'long-bolt',
        right,
        1440,
        [-0.015, 0.015].map((up): Vector => [-frameX - 0.02, rail.y + up, rail.z]),
      ),
      ...fasten(
        'long-bolt',
        left,
        1440,
        [-0.015, 0.015].map((up): Vector => [frameX + 0.02, rail.y + up, rail.z]),
      ),
    ],
    minutes: 5,
  },
  {
    ...onItsTop,
    id: 'tray-brackets',
    title: text('Tray brackets', '装理线槽支架'),
    say: text(
      'Bolt the two brackets, part E, to the inserts behind the drawer, long legs pointing up.',
      '把两个支架 E 用螺栓固定在抽屉后方的螺纹孔上，长边朝上。',
    ),
    check: text('Do both long legs stand on the same line?', '两个长边在同一直线上吗？'),
    arrivals: trayBracketX.map((_, i) => arrive([`tray-bracket-${i + 1}`], home, 0.2)),
    fasteners: fasten(
      'bolt',
      home,
      1440,
      trayBracketX.map((x): Vector => [x, under - 0.002, trayBracketZ + 0.018]),
    ),
    minutes: 4,
  },
  {
    ...onItsTop,
    id: 'tray',
    title: text('Cable tray', '装理线槽'),
    say: text(
      'Hang the tray, part D, behind the brackets, open side towards the desk top, and bolt it on.',
      '把理线槽 D 挂在支架后面，开口朝向桌面，用螺栓固定。',
    ),
    check: text('Does the open side face the desk top?', '开口朝向桌面吗？'),
    arrivals: [arrive(['tray'], home, 0.3)],
    fasteners: fasten(
      'bolt',
      [0, 0, -1],
      1440,
      trayBracketX.map((x): Vector => [x, tray.y + 0.005, trayBracketZ + 0.001]),
    ),
    camera: { azimuth: 160, elevation: 40, distance: 2.2, target: [0, 0.2, 0] },
    minutes: 4,
  },
  {
    ...onItsTop,
    id: 'feet',
    title: text('Levelling feet', '装调平脚'),
    say: text(
      'Screw a foot, part N, into each leg, all the way, then half a turn back.',
      '每条腿拧入一个调平脚 N，拧到底再退半圈。',
    ),
    check: text('Are all four feet in?', '四个脚都装好了吗？'),
    arrivals: ['left-front', 'left-back', 'right-front', 'right-back'].map((place) =>
      arrive([`foot-${place}`], home, 0.12),
    ),
    fasteners: [],
    tools: [],
    minutes: 3,
  },
];
