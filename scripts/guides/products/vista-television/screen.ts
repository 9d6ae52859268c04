import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, fasten, lying, text } from '../../product.ts';
import { rail, safetyScrew, vesa } from './shape.ts';

const toWall: Direction = [0, 0, -1];
const toScreen: Direction = [0, 0, 1];
const up: Direction = [0, 1, 0];

const railsAndSpacers = ['spacer-1', 'spacer-2', 'spacer-3', 'spacer-4', 'rail-left', 'rail-right'];
/** Face down on a blanket on the floor in front of the wall: what comes onto its back comes down from above. */
const faceDown = { aside: { offset: [0, -0.972, 0.8] as Vector, turn: lying.onFront } };
const down: Direction = [0, -1, 0];

const onBlanket: GuideStep['camera'] = { azimuth: 28, elevation: 42, distance: 2.1, target: [0, -0.9, 0.86] };
const whole: GuideStep['camera'] = { azimuth: 30, elevation: 8, distance: 2.9, target: [0, -0.28, 0.05] };
/** Along the wall, into the gap behind the screen. */
const gap: GuideStep['camera'] = { azimuth: 84, elevation: -16, distance: 0.8, target: [0.1, -0.15, 0.03] };
const plain = { warnings: [], moves: [], fasteners: [], arrivals: [], mistakes: [], camera: whole };

const bolts = [-vesa, vesa].flatMap((x) =>
  fasten('vesa-bolt', toScreen, 1800, [
    [x, vesa, rail.back],
    [x, -vesa, rail.back],
  ]).map((bolt) => ({ ...bolt, on: x < 0 ? 'rail-left' : 'rail-right' })),
);

/** From the screen on its blanket to a picture on the wall. */
export const hanging: GuideStep[] = [
  {
    ...plain,
    id: 'lay-screen',
    title: text('Lay the screen on its face', '屏幕朝下放好'),
    say: text(
      'With two people, lift the screen by its short sides and lay it face down on a thick blanket, its top edge away from the wall.',
      '两人抬住屏幕两侧短边，把它面朝下放在厚毯子上，上边远离墙面。',
    ),
    check: text(
      'Does the blanket reach past all four edges, with nothing hard under it?',
      '毯子超出四边，下面没有硬物吗？',
    ),
    warnings: [
      text(
        'Never press on the middle of the glass: it cracks inside without a sound.',
        '切勿按压屏幕中央：内部会无声碎裂。',
      ),
    ],
    arrivals: [arrive(['screen'], down, 0.4, faceDown)],
    tools: [],
    camera: onBlanket,
    minutes: 3,
  },
  {
    ...plain,
    id: 'rails',
    title: text('Rails onto the back', '安装竖挂条'),
    say: text(
      'Put a spacer, part E, on each of the four threaded holes. Lay the rails, part D, over them, hooks towards the top of the screen, and put in four M6 bolts with the hex key.',
      '在四个螺孔上各放一个垫柱 E。把竖挂条 D 压在上面，挂钩朝屏幕上边，用内六角扳手装四颗 M6 螺栓。',
    ),
    check: text(
      'Do both hooks point to the top of the screen, and do both rails sit still?',
      '两个挂钩都朝屏幕上边、挂条不晃动吗？',
    ),
    warnings: [
      text(
        'Use only the 30 millimetre bolts, and stop when they are snug: longer ones damage the screen.',
        '只用 30 毫米螺栓，拧到贴紧为止：更长的螺栓会损坏屏幕。',
      ),
    ],
    arrivals: railsAndSpacers.map((node) => arrive([node], down, 0.25, faceDown)),
    fasteners: bolts,
    tools: ['hex-key'],
    camera: onBlanket,
    minutes: 8,
    mistakes: [
      {
        sign: text('A bolt does not catch.', '螺栓拧不进去。'),
        remedy: text(
          'Lift the rail a little, look through the spacer until the thread is in its middle, and turn the bolt in by hand first.',
          '稍抬挂条，从垫柱中看准螺纹，先用手拧入。',
        ),
      },
      {
        sign: text('A rail rocks.', '挂条晃动。'),
        remedy: text(
          'A spacer is missing or stands askew. Loosen both bolts and set it straight.',
          '缺垫柱或垫柱歪了。松开两颗螺栓重新放正。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'hang',
    title: text('Hang the screen', '挂上屏幕'),
    say: text(
      'One person at each side: lift the screen a hand above the plate, bring both hooks over the upper lip, and lower it until it rests.',
      '两人各站一侧：把屏幕抬到比墙板高一掌，让两个挂钩越过上挂边，再慢慢放下到位。',
    ),
    check: text(
      'Did you feel both hooks drop, and is neither end loose when lifted gently?',
      '两个挂钩都落入、轻抬两端都不松吗？',
    ),
    warnings: [
      text(
        '18.6 kilograms: do not hang it alone, and keep holding until you know both hooks are in.',
        '重 18.6 公斤：不要一个人挂，确认两个挂钩都到位前不要松手。',
      ),
    ],
    moves: [{ nodes: ['screen', ...railsAndSpacers], direction: toWall, distance: 0.8, via: [[0, 0.03, 0]] }],
    tools: [],
    minutes: 4,
    mistakes: [
      {
        sign: text('One side stands off the wall.', '有一侧离墙较远。'),
        remedy: text(
          'That hook rests on the lip instead of behind it. Lift the whole screen off together and try again.',
          '那一侧挂钩压在挂边上，没有落到后面。两人一起把屏幕取下重新挂。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'safety-screws',
    title: text('Lock it with the safety screws', '装防脱螺丝'),
    say: text(
      'Reach up behind the screen. Drive a safety screw upwards through the tab of each rail until its head touches: it now stands behind the lower lip.',
      '手伸到屏幕后下方。在每根挂条的小片上向上拧入防脱螺丝，直到螺丝头贴住，螺丝即挡在下挂边后面。',
    ),
    check: text(
      'Does the screen stay on when one of you tries to lift it a finger’s width?',
      '试着抬起一指宽，屏幕抬不起来吗？',
    ),
    fasteners: fasten('safety-screw', up, 1800, [
      [-vesa, safetyScrew.y, safetyScrew.z],
      [vesa, safetyScrew.y, safetyScrew.z],
    ]),
    highlights: ['rail-left', 'rail-right'],
    tools: ['screwdriver'],
    camera: gap,
    minutes: 3,
    mistakes: [
      {
        sign: text('The screw meets steel after a few turns.', '拧几圈就碰到钢板。'),
        remedy: text(
          'The screen does not hang all the way down. Press it down at that side and try again.',
          '屏幕没有挂到底。把那一侧按下去再拧。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'level',
    title: text('Level the picture', '调水平'),
    say: text(
      'Lay the spirit level on the top edge. Turn the small screw on top of a rail with the hex key: clockwise raises that side, by up to five millimetres.',
      '把水平尺放在屏幕上边。用内六角扳手转动挂条顶端的小螺丝：顺时针升高该侧，最多五毫米。',
    ),
    check: text('Does the bubble stand in the middle?', '气泡居中了吗？'),
    highlights: ['screen'],
    tools: ['spirit-level', 'hex-key'],
    minutes: 3,
    mistakes: [
      {
        sign: text('It is level and looks crooked.', '已经水平，看着还是歪。'),
        remedy: text(
          'The ceiling or a shelf is. Halve the difference: eyes compare, they do not measure.',
          '多半是天花板或架子歪。取中间值即可，眼睛只会比较。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'leads',
    title: text('Plug in the leads', '接线'),
    say: text(
      'From below, push the HDMI lead, part I, into the socket on the right and the power lead, part J, into the one on the left. Press both side by side into the channel.',
      '从下方把 HDMI 线 I 插入右侧插口，电源线 J 插入左侧插口，再把两根线并排压入线槽。',
    ),
    check: text(
      'Are both plugs all the way in, with a little slack above the channel?',
      '两个插头都插到底，线槽上方留有余量吗？',
    ),
    warnings: [
      text(
        'Leave the other end of the power lead unplugged until the next step. Never run it inside the wall.',
        '下一步之前不要接通电源线另一端。电源线不可埋入墙内。',
      ),
    ],
    arrivals: [arrive(['hdmi-lead'], up, 0.05), arrive(['power-lead'], up, 0.05)],
    tools: [],
    camera: { azimuth: 62, elevation: -14, distance: 1.7, target: [0, -0.52, 0.03] },
    minutes: 3,
    mistakes: [
      {
        sign: text('HDMI shows no picture later.', '之后 HDMI 没有画面。'),
        remedy: text(
          'Push the plug in again and choose the input with the same number on the remote.',
          '重新插紧，并用遥控器选择相同编号的输入。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'lid',
    title: text('Close the channel and switch on', '盖线槽、开机'),
    say: text(
      'Snap the lid, part H, onto the channel from top to bottom. Plug in the power lead and switch the screen on with the remote.',
      '从上到下把盖 H 扣在线槽上。插好电源，用遥控器开机。',
    ),
    check: text('Is there a picture, and does no lead hang loose?', '有画面了吗？没有垂下来的线吧？'),
    warnings: [
      text(
        'Tighten the coach screws again after a month: wood and plugs settle.',
        '一个月后请再拧紧墙板螺钉：木料和膨胀管会松。',
      ),
    ],
    arrivals: [arrive(['cover-lid'], toWall, 0.25)],
    tools: [],
    minutes: 2,
  },
];
