import type { GuidePart, GuideText } from '#protocol/guide';
import { todo } from './todo.ts';

type Vector = readonly [number, number, number];

/** How a piece travels, by the axis it travels along most: +X to the right, +Y up, +Z towards whoever stands before it. */
const ways: readonly { axis: 0 | 1 | 2; sign: 1 | -1; en: string; zh: string }[] = [
  { axis: 1, sign: -1, en: 'Lower', zh: '从上方放下' },
  { axis: 1, sign: 1, en: 'Push up', zh: '从下方往上推入' },
  { axis: 0, sign: 1, en: 'From the left, bring in', zh: '从左侧装入' },
  { axis: 0, sign: -1, en: 'From the right, bring in', zh: '从右侧装入' },
  { axis: 2, sign: -1, en: 'From the front, bring in', zh: '从前方装入' },
  { axis: 2, sign: 1, en: 'From behind, bring in', zh: '从后方装入' },
];

/** A name as the modelling program has it, "side-left", as people write it: the author translates it. */
export function nameOf(stem: string): GuideText {
  const words = stem.replaceAll('-', ' ').trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return todo(name, name);
}

/** What tells a part from the others when it lies on the floor: how large it is, in whole centimetres or millimetres. */
export function looksOf(size: Vector): GuideText {
  const [longest, middle, thinnest] = [...size].sort((a, b) => b - a) as [number, number, number];
  const [en, zh] =
    thinnest < 0.2 * middle
      ? ['A flat piece', '板状']
      : middle < 0.15 * longest
        ? ['A long, thin piece', '细长']
        : ['A solid piece', '块状'];
  const lengths = [longest, middle, thinnest].map(lengthOf);
  return todo(
    `${en}, ${lengths.map(({ text, unit }) => `${text} ${unit}`).join(' by ')}`,
    `${zh}，${lengths.map(({ text, zhUnit }) => `${text} ${zhUnit}`).join(' × ')}`,
  );
}

const lengthOf = (metres: number) =>
  metres < 0.1
    ? { text: Math.max(1, Math.round(metres * 1000)), unit: 'mm', zhUnit: '毫米' }
    : { text: Math.round(metres * 100), unit: 'cm', zhUnit: '厘米' };

export interface StepWords {
  title: GuideText;
  say: GuideText;
  check: GuideText;
}

/**
 * A step in plain words, from what comes in and the way it comes.
 *
 * @param pieces how many come in; more than there are parts where some are equal.
 */
export function stepWords(
  parts: readonly GuidePart[],
  pieces: number,
  direction: Vector,
  isFirst: boolean,
): StepWords {
  const names = parts.map(({ label }) => label.en.replace(/^TODO /, '').toLowerCase()).join(', ');
  const letters = parts.map(({ letter }) => letter).join(', ');
  const part = parts.length > 1 ? `parts ${letters}` : `part ${letters}`;
  const way = wayOf(direction);
  const several =
    pieces > parts.length ? { en: `, ${pieces} pieces`, zh: `（共 ${pieces} 件）` } : { en: '', zh: '' };
  const say = isFirst
    ? todo(
        `Put ${part} where you are going to build, with room on all sides.`,
        `把零件 ${letters} 放在要组装的地方，四周留出空间。`,
      )
    : todo(
        `${way.en} ${part}${several.en}, all the way into place.`,
        `把零件 ${letters}${several.zh} ${way.zh}，直到到位。`,
      );
  return {
    title: todo(
      `${isFirst ? 'Begin with' : 'Fit'} the ${names}`,
      `${isFirst ? '从' : '安装'}零件 ${letters}${isFirst ? ' 开始' : ''}`,
    ),
    say,
    check: todo(
      `${parts.length > 1 ? 'Do' : 'Does'} ${part} sit as in the picture?`,
      `零件 ${letters} 的位置和图上一样吗？`,
    ),
  };
}

function wayOf(direction: Vector) {
  const share = ({ axis, sign }: (typeof ways)[number]) => sign * (direction[axis] ?? 0);
  return ways.reduce((best, way) => (share(way) > share(best) + 1e-6 ? way : best));
}
