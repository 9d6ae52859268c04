import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, lying, text } from '../../product.ts';
import { bars, beside, hoopX, railX, raised, slatOff, slatShares } from './shape.ts';

const left: Direction = [-1, 0, 0];
const right: Direction = [1, 0, 0];
const outside = hoopX + 0.03;
const through = (x: number): Vector[] => bars.map(([z, y]) => raised([x, y, z]));

/** Into the rail from the sitter's side, at a share of its length. */
function intoRail(share: number, off: number): { direction: Direction; at: (x: number) => Vector } {
  const { z, y, slope } = beside(share, off);
  return { direction: [0, -Math.cos(slope), -Math.sin(slope)], at: (x) => raised([x, y, z]) };
}

const onSide: GuideStep['camera'] = { azimuth: 30, elevation: 36, distance: 2.3, target: [0, 0.25, 0] };
const upright: GuideStep['camera'] = { azimuth: 38, elevation: 20, distance: 2.3, target: [0, 0.45, 0] };
const plain = {
  warnings: [],
  moves: [],
  fasteners: [],
  arrivals: [],
  tools: ['hex-key'],
  mistakes: [],
  camera: upright,
};
const lyingDown = { ...plain, posture: lying.onLeftSide, camera: onSide };

const railBolt = (share: number) => {
  const { direction, at } = intoRail(share, 0.011);
  return fasten('rail-bolt', direction, 1440, [at(-railX), at(railX)]);
};

export const steps: GuideStep[] = [
  {
    ...lyingDown,
    id: 'first-hoop',
    title: text('Lay down the first hoop', '放平第一个侧框'),
    say: text(
      'Lay a side hoop, part A, flat on a blanket with the metal-lined holes facing up.',
      '把一个侧框 A 平放在毯子上，金属孔朝上。',
    ),
    check: text('Do you see three lined holes facing you?', '能看到三个朝上的金属孔吗？'),
    arrivals: [arrive(['hoop-left'], left, 0.3)],
    tools: [],
    minutes: 1,
  },
  {
    ...lyingDown,
    id: 'bars',
    title: text('Three cross bars', '装三根横杆'),
    say: text(
      'Stand a cross bar, part B, on each hole and bolt it from below with a long bolt. Leave every bolt half a turn loose.',
      '在每个孔上立一根横杆 B，从下面穿长螺栓固定。每颗先留半圈不拧紧。',
    ),
    check: text('Do all three bars stand, each a little loose?', '三根横杆都立好、略有松动吗？'),
    arrivals: bars.map((_, i) => arrive([`bar-${i + 1}`], left, 0.3)),
    fasteners: fasten('long-bolt', right, 1440, through(-outside)),
    minutes: 4,
    mistakes: [
      {
        sign: text('A bolt turns and never bites.', '螺栓空转。'),
        remedy: text(
          'The bar stands askew. Hold it upright with one hand while you turn.',
          '横杆歪了，请一手扶正再拧。',
        ),
      },
    ],
  },
  {
    ...lyingDown,
    id: 'second-hoop',
    title: text('Second hoop on top', '装第二个侧框'),
    say: text(
      'Lay the other hoop on the bars, arm rests on the same side, and put in three long bolts.',
      '把另一个侧框放在横杆上，扶手在同一侧，装三颗长螺栓。',
    ),
    check: text('Are both arm rests on the same side?', '两个扶手在同一侧吗？'),
    arrivals: [arrive(['hoop-right'], left, 0.3)],
    fasteners: fasten('long-bolt', left, 1440, through(outside)),
    minutes: 4,
  },
  {
    ...plain,
    id: 'stand-up',
    title: text('Stand it up and tighten', '立起并拧紧'),
    say: text(
      'Stand the frame on its runners, press down on both arms, and now tighten all six bolts.',
      '把框架立起，压住两侧扶手，拧紧全部六颗螺栓。',
    ),
    check: text('Do all four corners touch the floor?', '四个角都着地吗？'),
    highlights: ['hoop-left', 'hoop-right'],
    minutes: 2,
    mistakes: [
      {
        sign: text('The frame rocks.', '框架晃动。'),
        remedy: text(
          'Loosen all six bolts, sit on the floor bar’s middle, and tighten again.',
          '松开六颗螺栓，压住底部横杆中间，再重新拧紧。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'rails',
    title: text('Seat rails', '装座背弯梁'),
    say: text(
      'Set both seat rails, part C, on the front bar and against the back bar, a hand in from the hoops. Bolt each to both bars.',
      '把两根弯梁 C 放在前横杆上、靠住后横杆，距侧框一掌宽，各用螺栓固定在两根横杆上。',
    ),
    check: text('Do both rails lean back the same way?', '两根弯梁后仰角度一致吗？'),
    arrivals: [
      arrive(['rail-left'], [0, -Math.SQRT1_2, -Math.SQRT1_2], 0.4),
      arrive(['rail-right'], [0, -Math.SQRT1_2, -Math.SQRT1_2], 0.4),
    ],
    fasteners: [...railBolt(0.07), ...railBolt(0.57)],
    minutes: 4,
  },
  {
    ...plain,
    id: 'slats',
    title: text('Slats', '装板条'),
    say: text(
      'Screw the six slats, part D, across the rails: three on the seat, three on the back, four screws each.',
      '把六块板条 D 横装在弯梁上：座面三块，靠背三块，每块四颗螺丝。',
    ),
    check: text('Are there three slats below and three above?', '座面三块、靠背三块都装好了吗？'),
    arrivals: slatShares.map((share, i) =>
      arrive([`slat-${i + 1}`], intoRail(share, slatOff).direction, 0.25),
    ),
    fasteners: slatShares.flatMap((share) =>
      [-0.012, 0.012].flatMap((aside) => {
        const { direction, at } = intoRail(share, slatOff + 0.006);
        const along: Vector = [0, -direction[2] * aside, direction[1] * aside];
        return fasten(
          'slat-screw',
          direction,
          1800,
          [-railX, railX].map((x): Vector => {
            const place = at(x);
            return [place[0], place[1] + along[1], place[2] + along[2]];
          }),
        );
      }),
    ),
    minutes: 5,
  },
  {
    ...plain,
    id: 'cushion',
    title: text('Cushion', '放坐垫'),
    say: text(
      'Lay the cushion, part E, over seat and back and close its straps behind the slats.',
      '把坐垫 E 铺在座面和靠背上，绑带在板条后面扣好。',
    ),
    check: text('Are all straps closed?', '所有绑带都扣好了吗？'),
    arrivals: [arrive(['cushion'], [0, -Math.SQRT1_2, -Math.SQRT1_2], 0.4)],
    tools: [],
    minutes: 2,
  },
  {
    ...plain,
    id: 'headrest',
    title: text('Headrest and a last look', '装头枕，最后检查'),
    say: text(
      'Hang the headrest, part F, over the top with its weight behind the back. Sit down, rock once, and tighten any bolt that creaks.',
      '把头枕 F 搭在靠背顶端，配重垂在后面。坐下轻摇一次，拧紧有响声的螺栓。',
    ),
    check: text('Does the chair stand quiet when you lean back?', '靠下去椅子没有响声吧？'),
    warnings: [
      text('Tighten the bolts again after two weeks: wood settles.', '两周后请再拧紧一次：木材会沉降。'),
    ],
    arrivals: [arrive(['headrest'], [0, -Math.SQRT1_2, -Math.SQRT1_2], 0.3)],
    minutes: 2,
  },
];
