import type { Guide } from '#protocol/guide';
import { text } from '../../product.ts';

/** What is in the box. */
export const box: Pick<Guide, 'parts' | 'hardware' | 'tools'> = {
  parts: [
    {
      id: 'hoop',
      letter: 'A',
      nodes: ['hoop-left', 'hoop-right'],
      label: text('Side hoop', '侧框'),
      description: text(
        'Two closed loops of bent wood; the flatter long edge is the arm rest.',
        '两个弯木闭合环，较平的长边是扶手。',
      ),
      size: [0.06, 0.62, 0.69],
    },
    {
      id: 'bar',
      letter: 'B',
      nodes: ['bar-1', 'bar-2', 'bar-3'],
      label: text('Cross bar', '横杆'),
      description: text(
        'Three equal round bars with a metal thread in each end.',
        '三根相同的圆杆，两端有金属螺纹。',
      ),
      size: [0.579, 0.03, 0.03],
    },
    {
      id: 'rail',
      letter: 'C',
      nodes: ['rail-left', 'rail-right'],
      label: text('Seat rail', '座背弯梁'),
      description: text(
        'Two long bent strips: the shorter, flatter arm is the seat, the longer one the back.',
        '两条长弯板：短而平的一段是座面，长的一段是靠背。',
      ),
      size: [0.045, 0.66, 0.77],
    },
    {
      id: 'slat',
      letter: 'D',
      nodes: ['slat-1', 'slat-2', 'slat-3', 'slat-4', 'slat-5', 'slat-6'],
      label: text('Slat', '板条'),
      description: text(
        'Six equal flat boards with two holes near each end.',
        '六块相同的扁板，两端各有两个孔。',
      ),
      size: [0.54, 0.012, 0.055],
    },
    {
      id: 'cushion',
      letter: 'E',
      nodes: ['cushion'],
      label: text('Cushion', '坐垫'),
      description: text(
        'The long soft piece for seat and back, with straps on its underside.',
        '座面和靠背一体的软垫，背面有绑带。',
      ),
      size: [0.52, 0.69, 0.8],
    },
    {
      id: 'headrest',
      letter: 'F',
      nodes: ['headrest'],
      label: text('Headrest', '头枕'),
      description: text('The small pillow with a weighted strap.', '带配重带的小枕头。'),
      size: [0.4, 0.16, 0.06],
    },
  ],
  hardware: [
    {
      id: 'long-bolt',
      kind: 'bolt',
      label: text('Bolt M6, 70 mm', '螺栓 M6×70'),
      length: 0.07,
      diameter: 0.006,
      count: 6,
      tool: 'hex-key',
    },
    {
      id: 'rail-bolt',
      kind: 'bolt',
      label: text('Bolt M6, 35 mm', '螺栓 M6×35'),
      length: 0.035,
      diameter: 0.006,
      count: 4,
      tool: 'hex-key',
    },
    {
      id: 'slat-screw',
      kind: 'screw',
      label: text('Screw, 25 mm', '螺丝 25 毫米'),
      length: 0.025,
      diameter: 0.004,
      count: 26,
      tool: 'hex-key',
    },
  ],
  tools: [{ id: 'hex-key', label: text('4 mm hex key', '4 毫米内六角扳手'), inBox: true }],
};
