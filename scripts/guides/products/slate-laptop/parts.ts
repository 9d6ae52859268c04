import type { Guide } from '#protocol/guide';
import { text } from '../../product.ts';

/** The laptop and its own pieces, and the three new ones. */
export const box: Pick<Guide, 'parts' | 'hardware' | 'tools'> = {
  parts: [
    {
      id: 'laptop',
      letter: 'A',
      nodes: ['laptop'],
      label: text('Laptop', '笔记本电脑'),
      description: text(
        'The Slate 14 itself, closed, lying on its lid with the hinge away from you.',
        'Slate 14 主机，合上盖子，底面朝上，转轴朝外。',
      ),
      size: [0.314, 0.0156, 0.22],
    },
    {
      id: 'base-cover',
      letter: 'B',
      nodes: ['base-cover'],
      label: text('Base cover', '底盖'),
      description: text(
        'The thin grey underside with ten screw holes, air slots and three rubber feet.',
        '灰色薄底板，有十个螺丝孔、散热槽和三个橡胶脚垫。',
      ),
      size: [0.314, 0.0027, 0.22],
    },
    {
      id: 'battery-plug',
      letter: 'C',
      nodes: ['battery-plug'],
      label: text('Battery plug', '电池插头'),
      description: text(
        'A small flat plug on four short wires, between battery and mainboard.',
        '电池与主板之间带四根短线的小扁插头。',
      ),
      size: [0.013, 0.004, 0.012],
    },
    {
      id: 'memory',
      letter: 'D',
      nodes: ['memory'],
      label: text('Memory module', '内存条'),
      description: text(
        'A green board as long as a finger with four black chips and one edge of gold contacts, notched off its middle.',
        '手指长的绿色电路板，有四颗黑色芯片，一边是金色触点，缺口不在正中。',
      ),
      size: [0.0676, 0.0023, 0.03],
    },
    {
      id: 'thermal-pad',
      letter: 'E',
      nodes: ['thermal-pad'],
      label: text('Thermal pad', '导热垫'),
      description: text('A soft blue strip between two clear films.', '夹在两层透明膜之间的蓝色软垫。'),
      size: [0.05, 0.0016, 0.018],
    },
    {
      id: 'disk',
      letter: 'F',
      nodes: ['disk'],
      label: text('Solid-state disk', '固态硬盘'),
      description: text(
        'A green stick, 80 by 22 millimetres, with three black chips, gold contacts at one end and half a hole at the other.',
        '80 乘 22 毫米的绿色长条，三颗黑色芯片，一端是金色触点，另一端有半圆缺口。',
      ),
      size: [0.08, 0.0022, 0.022],
    },
  ],
  hardware: [
    {
      id: 'cover-screw',
      kind: 'screw',
      label: text('Cover screw, M2 x 5 mm', '底盖螺丝 M2 x 5 毫米'),
      length: 0.005,
      diameter: 0.002,
      count: 10,
      tool: 'screwdriver',
    },
    {
      id: 'disk-screw',
      kind: 'screw',
      label: text('Disk screw, M2 x 3 mm', '硬盘螺丝 M2 x 3 毫米'),
      length: 0.003,
      diameter: 0.002,
      count: 1,
      tool: 'screwdriver',
    },
  ],
  tools: [
    { id: 'screwdriver', label: text('Cross-head screwdriver, size PH0', 'PH0 十字螺丝刀'), inBox: false },
    { id: 'pick', label: text('Plastic pick or an old bank card', '塑料撬片或旧银行卡'), inBox: false },
    { id: 'cup', label: text('A cup for the screws', '装螺丝的小杯'), inBox: false },
  ],
};
