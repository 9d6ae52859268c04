import type { Direction, GuideStep, Vector } from '#protocol/guide';
import { arrive, text } from '../../product.ts';

const down: Direction = [0, -1, 0];
/** Where the cover lies while you work: behind the laptop, on the table. */
export const coverAside: Vector = [0, -0.0155, -0.25];
export const plugAside: Vector = [0, 0.0035, 0.006];

export const whole: GuideStep['camera'] = { azimuth: 22, elevation: 48, distance: 0.6, target: [0, 0, 0] };
export const plain = {
  warnings: [],
  moves: [],
  fasteners: [],
  arrivals: [],
  tools: [],
  mistakes: [],
  camera: whole,
};
export const plugView: GuideStep['camera'] = {
  azimuth: 20,
  elevation: 46,
  distance: 0.2,
  target: [0.012, 0.01, 0.004],
};

/** From a running laptop to one that is open and without power. */
export const opening: GuideStep[] = [
  {
    ...plain,
    id: 'switch-off',
    title: text('Switch off', '关机'),
    say: text(
      'Save your work, shut the laptop down and pull out the charger and everything else. Close it and lay it on its lid on a soft cloth, hinge away from you.',
      '保存文件并关机，拔下充电器和所有连接线。合上盖子，底面朝上放在软布上，转轴朝外。',
    ),
    check: text(
      'Is it shut down, not asleep, and is nothing plugged in?',
      '是关机而不是睡眠，并且没有插任何线吗？',
    ),
    warnings: [
      text(
        'Copy what matters to another disk first: accidents are rare and do happen.',
        '请先把重要文件备份到别处，以防万一。',
      ),
    ],
    arrivals: [arrive(['laptop'], down, 0.15)],
    minutes: 4,
    mistakes: [
      {
        sign: text('The fan still runs.', '风扇还在转。'),
        remedy: text(
          'It is asleep. Open it, hold the power button for ten seconds, and close it again.',
          '它只是睡眠。打开盖子，长按电源键十秒，再合上。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'open',
    title: text('Take the base cover off', '取下底盖'),
    say: text(
      'Turn out the ten small screws and put them into the cup. Slide the plastic pick along the seam, begin at the hinge, until every clip has let go. Lay the cover, part B, behind the laptop.',
      '拧下十颗小螺丝放进杯里。用塑料撬片从转轴一侧沿缝划开，直到卡扣全部松开。把底盖 B 放到电脑后方。',
    ),
    check: text(
      'Do you see the fan on the left and the battery in front?',
      '能看到左侧的风扇和前方的电池吗？',
    ),
    warnings: [
      text(
        'Use plastic only, and go in no deeper than a fingernail: a metal blade cuts cables.',
        '只用塑料工具，插入不超过指甲深度：金属片会割伤线缆。',
      ),
    ],
    arrivals: [arrive(['base-cover'], [0, -0.0619, -0.9981], 0.2505, { aside: { offset: coverAside } })],
    tools: ['screwdriver', 'pick', 'cup'],
    camera: { azimuth: 22, elevation: 50, distance: 0.98, target: [0, 0, -0.11] },
    minutes: 5,
    mistakes: [
      {
        sign: text('A screw head wears round.', '螺丝头拧花了。'),
        remedy: text(
          'Stop. Press harder with a fresh PH0 tip, with a strip of rubber band between tip and screw.',
          '先停下。换新的 PH0 刀头用力压住，中间垫一小条橡皮筋再拧。',
        ),
      },
      {
        sign: text('One corner stays shut.', '有一角打不开。'),
        remedy: text('A screw is still in. Count them: ten.', '还有螺丝没拧下来。数一数，一共十颗。'),
      },
    ],
  },
  {
    ...plain,
    id: 'unplug',
    title: text('Ground yourself, unplug the battery', '释放静电，拔下电池插头'),
    say: text(
      'Touch a bare metal tap or radiator. Then take the small plug, part C, by its sides and draw it out towards the battery. Never pull its wires.',
      '先摸一下裸露的金属水龙头或暖气片。再捏住小插头 C 两侧，朝电池方向拔出。不要拉线。',
    ),
    check: text('Does the plug lie clear of its socket?', '插头已完全离开插座了吗？'),
    warnings: [
      text(
        'Static that you do not even feel destroys chips. Touch bare metal again whenever you have walked.',
        '人感觉不到的静电也会损坏芯片。每次走动后都要再摸一下金属。',
      ),
      text(
        'Do not lever, bend or pierce the battery: it can catch fire.',
        '不要撬、弯折或刺破电池：可能起火。',
      ),
    ],
    arrivals: [arrive(['battery-plug'], [0, 0.5038, 0.8638], 0.00695, { aside: { offset: plugAside } })],
    camera: plugView,
    minutes: 2,
    mistakes: [
      {
        sign: text('The plug does not move.', '插头拔不动。'),
        remedy: text(
          'Walk it out: push its left and right corner in turn with the plastic pick.',
          '用撬片左右两角轮流轻推，慢慢退出。',
        ),
      },
    ],
  },
];
