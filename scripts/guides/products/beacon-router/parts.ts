import type { Guide } from '#protocol/guide';
import { text } from '../../product.ts';

/** What is in the box, and the two things that your fibre provider brought. */
export const box: Pick<Guide, 'parts' | 'hardware' | 'tools'> = {
  parts: [
    {
      id: 'router',
      letter: 'A',
      nodes: ['router'],
      label: text('Router', '路由器'),
      description: text(
        'The white upright case with a light bar on its front and sockets on its back.',
        '白色立式外壳，正面有灯条，背面有插口。',
      ),
      size: [0.21, 0.152, 0.034],
    },
    {
      id: 'foot',
      letter: 'B',
      nodes: ['foot'],
      label: text('Foot', '底座'),
      description: text('A grey oval plate with a slot.', '带卡槽的灰色椭圆板。'),
      size: [0.17, 0.008, 0.09],
    },
    {
      id: 'network-cable',
      letter: 'C',
      nodes: ['network-cable'],
      label: text('Network cable', '网线'),
      description: text(
        'The blue cable with a clear plug and a clip at both ends.',
        '蓝色线，两端是带卡扣的透明水晶头。',
      ),
      size: [0.29, 0.055, 0.15],
    },
    {
      id: 'power-adapter',
      letter: 'D',
      nodes: ['power-adapter'],
      label: text('Power adapter', '电源适配器'),
      description: text(
        'The black adapter with a thin lead and a round plug.',
        '黑色适配器，细线，圆形插头。',
      ),
      size: [0.16, 0.06, 0.22],
    },
    {
      id: 'fibre-box',
      letter: 'E',
      nodes: ['fibre-box'],
      label: text('Fibre box (from your provider)', '光猫（运营商提供）'),
      description: text(
        'A flat white box with three small lights on its lid.',
        '扁平的白色盒子，盖上有三个小灯。',
      ),
      size: [0.13, 0.034, 0.1],
    },
    {
      id: 'fibre-lead',
      letter: 'F',
      nodes: ['fibre-lead'],
      label: text('Fibre lead (from your provider)', '光纤跳线（运营商提供）'),
      description: text(
        'A very thin yellow lead with a small square plug under a dust cap.',
        '很细的黄色线，小方头上有防尘帽。',
      ),
      size: [0.16, 0.02, 0.2],
    },
  ],
  hardware: [],
  tools: [{ id: 'phone', label: text('Your phone', '您的手机'), inBox: false }],
};
