import type { Guide } from '#protocol/guide';
import { text } from '../../product.ts';

/** The screen, and what comes in the wall kit for it. */
export const box: Pick<Guide, 'parts' | 'hardware' | 'tools'> = {
  parts: [
    {
      id: 'marker',
      letter: 'A',
      nodes: ['marker-left', 'marker-right'],
      label: text('Marker strip', '标记贴'),
      description: text(
        'Two yellow paper strips with a point at one end and glue on the back.',
        '两条黄色纸贴，一端是尖的，背面有胶。',
      ),
      size: [0.024, 0.08, 0.001],
    },
    {
      id: 'template',
      letter: 'B',
      nodes: ['template'],
      label: text('Drilling template', '钻孔模板'),
      description: text(
        'A thin white card with a blue cross and four holes. It stays on the wall behind the plate.',
        '白色薄卡，印有蓝色十字线和四个孔。装好后留在墙板后面。',
      ),
      size: [0.5, 0.29, 0.001],
    },
    {
      id: 'wall-plate',
      letter: 'C',
      nodes: ['wall-plate'],
      label: text('Wall plate', '墙板'),
      description: text(
        'The wide black steel plate with two windows and a folded lip along its top and bottom.',
        '黑色宽钢板，中间有两个窗口，上下边都有折起的挂边。',
      ),
      size: [0.46, 0.24, 0.025],
    },
    {
      id: 'rail',
      letter: 'D',
      nodes: ['rail-left', 'rail-right'],
      label: text('Vertical rail', '竖挂条'),
      description: text(
        'Two black steel channels with a hook near one end, the top, and a small tab with a hole near the other.',
        '两根黑色钢槽，一端（上端）有挂钩，另一端有带孔的小片。',
      ),
      size: [0.03, 0.4, 0.031],
    },
    {
      id: 'spacer',
      letter: 'E',
      nodes: ['spacer-1', 'spacer-2', 'spacer-3', 'spacer-4'],
      label: text('Spacer', '垫柱'),
      description: text(
        'Four short white plastic tubes, as wide as a thumbnail.',
        '四个白色塑料短管，约拇指指甲宽。',
      ),
      size: [0.018, 0.018, 0.01],
    },
    {
      id: 'screen',
      letter: 'F',
      nodes: ['screen'],
      label: text('Screen', '电视屏幕'),
      description: text(
        'The television itself, 55 inch, 18.6 kilograms. Four threaded holes on its back form a square of 300 millimetres.',
        '55 英寸电视主机，重 18.6 公斤。背面四个螺孔呈 300 毫米正方形。',
      ),
      size: [1.23, 0.7, 0.061],
    },
    {
      id: 'cover-base',
      letter: 'G',
      nodes: ['cover-base'],
      label: text('Cable channel', '线槽底座'),
      description: text(
        'A flat white strip with two low walls and glue on its back.',
        '白色扁条，两侧有矮边，背面有胶。',
      ),
      size: [0.054, 0.46, 0.012],
    },
    {
      id: 'cover-lid',
      letter: 'H',
      nodes: ['cover-lid'],
      label: text('Cable channel lid', '线槽盖'),
      description: text(
        'The white lid with round edges, as long as the channel.',
        '白色圆边盖，与线槽等长。',
      ),
      size: [0.06, 0.46, 0.02],
    },
    {
      id: 'hdmi-lead',
      letter: 'I',
      nodes: ['hdmi-lead'],
      label: text('HDMI lead', 'HDMI 线'),
      description: text(
        'The blue lead with the same flat metal plug at both ends.',
        '蓝色线，两端是相同的扁平金属插头。',
      ),
      size: [0.13, 0.82, 0.073],
    },
    {
      id: 'power-lead',
      letter: 'J',
      nodes: ['power-lead'],
      label: text('Power lead', '电源线'),
      description: text(
        'The grey lead with a wall plug at one end and a small oval plug at the other.',
        '灰色线，一端是墙插，另一端是小椭圆插头。',
      ),
      size: [0.13, 0.82, 0.078],
    },
  ],
  hardware: [
    {
      id: 'wall-plug',
      kind: 'anchor',
      label: text('Wall plug, 10 x 60 mm (masonry only)', '膨胀管 10 x 60 毫米（仅砖墙用）'),
      length: 0.06,
      diameter: 0.01,
      count: 4,
    },
    {
      id: 'coach-screw',
      kind: 'bolt',
      label: text('Coach screw, 8 x 70 mm', '六角木螺钉 8 x 70 毫米'),
      length: 0.07,
      diameter: 0.008,
      count: 4,
      tool: 'socket-wrench',
    },
    {
      id: 'vesa-bolt',
      kind: 'bolt',
      label: text('M6 bolt, 30 mm', 'M6 螺栓 30 毫米'),
      length: 0.03,
      diameter: 0.006,
      count: 4,
      tool: 'hex-key',
    },
    {
      id: 'safety-screw',
      kind: 'screw',
      label: text('Safety screw, 50 mm', '防脱螺丝 50 毫米'),
      length: 0.05,
      diameter: 0.005,
      count: 2,
      tool: 'screwdriver',
    },
  ],
  tools: [
    {
      id: 'detector',
      label: text('Stud, pipe and cable detector', '墙体探测仪（龙骨、水管、电线）'),
      inBox: false,
    },
    { id: 'spirit-level', label: text('Spirit level', '水平尺'), inBox: false },
    { id: 'pencil', label: text('Pencil and tape measure', '铅笔和卷尺'), inBox: false },
    {
      id: 'drill',
      label: text('Drill: 5 mm wood bit or 10 mm masonry bit', '电钻：5 毫米木钻头或 10 毫米砖墙钻头'),
      inBox: false,
    },
    { id: 'goggles', label: text('Safety glasses', '护目镜'), inBox: false },
    { id: 'socket-wrench', label: text('13 mm socket wrench', '13 毫米套筒扳手'), inBox: false },
    { id: 'hex-key', label: text('5 mm hex key', '5 毫米内六角扳手'), inBox: true },
    { id: 'screwdriver', label: text('Cross-head screwdriver', '十字螺丝刀'), inBox: false },
  ],
};
