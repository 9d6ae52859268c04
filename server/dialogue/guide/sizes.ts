import type { GuidePart, Language } from '#protocol';

/** Width, height and depth as they are said, in one unit: centimetres, or millimetres where nothing reaches ten. */
export function sizeOf({ size }: GuidePart, language: Language): string {
  const small = Math.max(...size) < 0.1;
  const figures = size.map((metres) => {
    const rounded = small ? Math.round(metres * 1000) : Math.round(metres * 1000) / 10;
    return String(rounded || (small ? 1 : 0.1));
  });
  if (language === 'zh') return `${figures.join('乘')}${small ? '毫米' : '厘米'}`;
  return `${figures.join(' by ')} ${small ? 'millimetres' : 'centimetres'}`;
}
