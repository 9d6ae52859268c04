import type { Direction, GuideStep, Rotation, Vector } from '#protocol/guide';
import { arrive, fasten, text } from '../../product.ts';
import { disk, memory } from './board.ts';
import { plain, plugAside, plugView, whole } from './opening.ts';
import { coverScrews, diskAt, diskScrewAt, memoryAt, top } from './shape.ts';

const down: Direction = [0, -1, 0];
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const long = (way: Vector) => Math.hypot(...way);
const home = (from: Vector): Direction => [
  -from[0] / long(from),
  -from[1] / long(from),
  -from[2] / long(from),
];

/** In its slot, its free end up: how its middle is off, its gold edge staying where it is. */
const memoryLean = radians(25);
const memoryAside: { offset: Vector; turn: Rotation } = {
  offset: [0, (memory.depth / 2) * Math.sin(memoryLean), (-memory.depth / 2) * (1 - Math.cos(memoryLean))],
  turn: [-Math.sin(memoryLean / 2), 0, 0, Math.cos(memoryLean / 2)],
};
const diskLean = radians(20);
const diskAside: { offset: Vector; turn: Rotation } = {
  offset: [(disk.length / 2) * (1 - Math.cos(diskLean)), (disk.length / 2) * Math.sin(diskLean), 0],
  turn: [0, 0, -Math.sin(diskLean / 2), Math.cos(diskLean / 2)],
};
const intoMemorySlot: Direction = [0, -Math.sin(memoryLean), -Math.cos(memoryLean)];
const intoDiskSlot: Direction = [Math.cos(diskLean), -Math.sin(diskLean), 0];

const memoryView: GuideStep['camera'] = { azimuth: 52, elevation: 26, distance: 0.27, target: memoryAt };
const diskView: GuideStep['camera'] = { azimuth: -12, elevation: 30, distance: 0.27, target: diskAt };

/** New memory, new disk, and shut again. */
export const upgrade: GuideStep[] = [
  {
    ...plain,
    id: 'memory-in',
    title: text('New memory into its slot', '插入内存条'),
    say: text(
      'Hold the memory module, part D, by its short sides, chips up. Line up its notch with the free slot, the one nearer to you, and push it in, leaning, until the gold has almost gone.',
      '捏住内存条 D 的两个短边，芯片朝上。缺口对准靠近您的空插槽，斜着推入，直到金色触点几乎看不见。',
    ),
    check: text(
      'Is at most a hair’s breadth of gold still showing, the same on both sides?',
      '露出的金色不超过一丝，且两边一样吗？',
    ),
    warnings: [text('Do not touch the gold edge.', '不要触摸金色触点。')],
    arrivals: [arrive(['memory'], intoMemorySlot, 0.06, { aside: memoryAside })],
    camera: memoryView,
    minutes: 2,
    mistakes: [
      {
        sign: text('It stops half-way.', '插到一半卡住。'),
        remedy: text(
          'The notch is on the wrong side: take it out, turn it over end for end, chips still up.',
          '缺口方向反了：取出后左右调头，芯片仍朝上。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'memory-down',
    title: text('Press the memory flat', '压平内存条'),
    say: text(
      'Press the free edge down with two thumbs until the arms on both sides snap over it.',
      '双手拇指按住外侧边缘向下压，直到两侧卡臂咔嗒扣住。',
    ),
    check: text(
      'Did both arms snap, and does the module lie flat like the one behind it?',
      '两侧都扣住、与后面那条一样平吗？',
    ),
    moves: [{ nodes: ['memory'], direction: home(memoryAside.offset), distance: long(memoryAside.offset) }],
    camera: memoryView,
    minutes: 1,
    mistakes: [
      {
        sign: text('It springs up again.', '又弹了起来。'),
        remedy: text(
          'It is not in far enough. Push it in while it leans, then press.',
          '没有插到底。先斜着推到底，再压下。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'thermal-pad',
    title: text('Thermal pad', '贴导热垫'),
    say: text(
      'Peel the film off one side of the blue pad, part E, and press it on the mainboard under the free disk slot. Then peel off the upper film.',
      '撕去蓝色导热垫 E 一面的膜，贴在空硬盘位下方的主板上，再撕去上面的膜。',
    ),
    check: text(
      'Are both films off, and does the pad keep clear of the slot and the screw stud?',
      '两面膜都撕掉、没有挡住插槽和螺柱吗？',
    ),
    arrivals: [arrive(['thermal-pad'], down, 0.05)],
    camera: diskView,
    minutes: 2,
  },
  {
    ...plain,
    id: 'disk-in',
    title: text('New disk into its slot', '插入固态硬盘'),
    say: text(
      'Hold the disk, part F, by its long edges, label up, and push its gold end into the free slot, leaning. It stays up by itself. Your old disk stays where it is, on the right.',
      '捏住硬盘 F 的两条长边，标签朝上，把金色一端斜着插入空插槽，松手后会自己翘着。原来的硬盘留在右侧，无需拆下。',
    ),
    check: text(
      'Is the gold end in straight, with its other end pointing up?',
      '金色端插正了、另一端翘着吗？',
    ),
    arrivals: [arrive(['disk'], intoDiskSlot, 0.06, { aside: diskAside })],
    camera: diskView,
    minutes: 2,
    mistakes: [
      {
        sign: text('It does not go in.', '插不进去。'),
        remedy: text(
          'Compare the notch in the gold with the rib in the slot. Only disks marked NVMe, 2280 fit.',
          '对照触点缺口与插槽筋位。只支持标有 NVMe、2280 的硬盘。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'disk-screw',
    title: text('Screw the disk down', '固定固态硬盘'),
    say: text(
      'Press the free end down onto its stud and put the small screw into the half hole. Snug is enough.',
      '把翘起的一端压到螺柱上，在半圆缺口处拧入小螺丝，拧紧即可。',
    ),
    check: text(
      'Does the disk lie flat, on its pad along its whole length?',
      '硬盘平整、全长贴住导热垫了吗？',
    ),
    moves: [{ nodes: ['disk'], direction: home(diskAside.offset), distance: long(diskAside.offset) }],
    fasteners: fasten('disk-screw', down, 1440, [diskScrewAt]),
    tools: ['screwdriver'],
    camera: diskView,
    minutes: 2,
    mistakes: [
      {
        sign: text('The screw falls into the case.', '螺丝掉进机身。'),
        remedy: text(
          'Turn the laptop over gently above the cloth and let it fall out. Never switch on with a screw inside.',
          '在软布上方轻轻翻转机身让它掉出。机内有螺丝时切勿开机。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'plug-in',
    title: text('Plug the battery in', '插回电池插头'),
    say: text(
      'Slide the battery plug, part C, straight back into its socket and press with a fingernail until it sits flush.',
      '把电池插头 C 平直推回插座，用指甲压到齐平。',
    ),
    check: text('Is no gap left between plug and socket?', '插头与插座之间没有缝隙了吗？'),
    moves: [{ nodes: ['battery-plug'], direction: home(plugAside), distance: long(plugAside) }],
    camera: plugView,
    minutes: 1,
  },
  {
    ...plain,
    id: 'close',
    title: text('Cover and ten screws', '装回底盖'),
    say: text(
      'Lay the cover back, wide foot at the hinge, and press around its edge until all clips have snapped. Put in ten screws crosswise, then tighten each a little.',
      '盖回底盖，长脚垫朝转轴一侧，沿四周压紧卡扣。对角顺序装入十颗螺丝，再逐颗轻轻拧紧。',
    ),
    check: text(
      'Is the cup empty, and is the seam closed all round?',
      '杯里没有剩螺丝、四周缝隙都合上了吗？',
    ),
    moves: [{ nodes: ['base-cover'], direction: down, distance: 0.12 }],
    fasteners: fasten(
      'cover-screw',
      down,
      1440,
      coverScrews.map(([x, z]): Vector => [x, top, z]),
    ),
    tools: ['screwdriver'],
    camera: whole,
    minutes: 5,
    mistakes: [
      {
        sign: text('The cover bulges over the disk.', '硬盘处底盖鼓起。'),
        remedy: text(
          'The disk’s screw is missing or the pad is folded. Open it again.',
          '硬盘螺丝没拧或导热垫叠起了，请重新打开。',
        ),
      },
    ],
  },
  {
    ...plain,
    id: 'start',
    title: text('Start and count', '开机检查'),
    say: text(
      'Turn the laptop over, plug in the charger and switch it on. The first start takes up to two minutes while it learns the new memory. Then look under About: memory and disk.',
      '翻转电脑，接上充电器并开机。首次启动要识别新内存，最长两分钟。然后在“关于”中查看内存和硬盘。',
    ),
    check: text(
      'Does it show the memory of both modules and a second disk?',
      '显示了两条内存的总容量和第二块硬盘吗？',
    ),
    highlights: ['laptop', 'base-cover'],
    minutes: 4,
    mistakes: [
      {
        sign: text('The screen stays dark for five minutes.', '五分钟后屏幕仍不亮。'),
        remedy: text(
          'The memory is not home. Switch off, unplug the battery and seat the module again.',
          '内存没有插好。关机、拔电池插头，重新安装内存条。',
        ),
      },
      {
        sign: text('The new disk does not show.', '看不到新硬盘。'),
        remedy: text(
          'A new disk is blank. Open Disk Management and create a volume. If it is missing there too, seat it again.',
          '新硬盘是空的，请在“磁盘管理”中新建卷。若那里也没有，请重新插装。',
        ),
      },
    ],
  },
];
