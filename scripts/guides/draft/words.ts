import { Quaternion, Vector3 } from 'three';
import type { GuideHardware, GuidePart, GuideText, Rotation } from '#protocol/guide';
import { smallNumbers } from '../../../server/small-numbers.ts';
import { todo, unmarked } from './todo.ts';

type Direction = readonly [number, number, number];

/** How a piece travels, by the axis it travels along most: +X to the right, +Y up, +Z towards whoever stands before it. */
const ways: readonly { axis: 0 | 1 | 2; sign: 1 | -1; en: string; onto: string; zh: string }[] = [
  { axis: 1, sign: -1, en: 'Set', onto: 'on', zh: '从上方放' },
  { axis: 1, sign: 1, en: 'From below, push', onto: 'up to', zh: '从下方推' },
  { axis: 0, sign: 1, en: 'From the left, push', onto: 'against', zh: '从左侧装' },
  { axis: 0, sign: -1, en: 'From the right, push', onto: 'against', zh: '从右侧装' },
  { axis: 2, sign: -1, en: 'From the front, push', onto: 'against', zh: '从前方装' },
  { axis: 2, sign: 1, en: 'From behind, push', onto: 'against', zh: '从后方装' },
];

/** What tells a part from the others when it lies on the floor: how large it is, in whole centimetres or millimetres. */
export function looksOf(size: readonly number[]): GuideText {
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

/** What happens in a step, for its words. */
export interface StepContent {
  /** What comes in, each part with how many pieces of it. */
  arriving: readonly { part: GuidePart; count: number }[];
  /** What stands there already and is touched. */
  against: readonly GuidePart[];
  /** The way of what comes in first, in the finished product's axes. */
  direction: Direction;
  /** How the product lies; absent where it stands. */
  posture: Rotation | undefined;
  fasteners: readonly { hardware: GuideHardware; count: number }[];
  isFirst: boolean;
}

/** A step in plain words, from what comes in, the way it comes, and what holds it. */
export function stepWords(content: StepContent): StepWords {
  const { arriving, against, direction, posture, fasteners, isFirst } = content;
  const names = {
    en: listed(
      arriving.map(({ part, count }) => nameOf(part, count)),
      'and',
    ),
    zh: arriving.map(({ part, count }) => chineseOf(part, count)).join('、'),
  };
  const letters = lettersOf(arriving.map(({ part }) => part));
  const plural = arriving.length > 1 || arriving.some(({ count }) => count > 1);
  const fastening = fasteningOf(fasteners);
  const way = wayOf(asItLies(direction, posture));
  const there = against.slice(0, 3);
  const onto =
    there.length > 0
      ? {
          en: ` ${way.onto} ${lettersOf(there).en}`,
          zh: `到${lettersOf(there).zh}${way.sign < 0 && way.axis === 1 ? '上' : '处'}`,
        }
      : { en: ' into place', zh: '入位置' };
  const say = isFirst
    ? todo(
        `${posture ? `Lay ${names.en} ${lyingOf(posture).en} on a blanket` : `Put ${names.en} where you are going to build`}, with room on all sides.${fastening.en}`,
        `${posture ? `把${names.zh}${lyingOf(posture).zh}放在毯子上` : `把${names.zh}放在要组装的地方`}，四周留出空间。${fastening.zh}`,
      )
    : todo(
        `${way.en} ${names.en}${onto.en}.${fastening.en}`,
        `把${names.zh}${way.zh}${onto.zh}。${fastening.zh}`,
      );
  const short = {
    en: listed(
      arriving.map(({ part, count }) => shortName(part, count)),
      'and',
    ),
    zh: arriving.map(({ part }) => shortChinese(part)).join('、'),
  };
  return {
    title: todo(
      clipped(`${isFirst ? 'Begin with' : 'Fit'} ${short.en}`),
      clipped(`${isFirst ? '从' : '安装'}${short.zh}${isFirst ? '开始' : ''}`),
    ),
    say,
    check: todo(
      isFirst
        ? `${plural ? 'Do' : 'Does'} ${letters.en} lie as in the picture?`
        : `${plural ? 'Do' : 'Does'} ${letters.en} sit close, all the way in, as in the picture?`,
      isFirst ? `${letters.zh}是否像图上那样放好？` : `${letters.zh}是否完全到位，和图上一样？`,
    ),
  };
}

/** A step in which nothing comes in: the product is turned over, or only fasteners are put in. */
export function turningWords(posture: Rotation | undefined, hands: number): StepWords {
  const { en, zh } = posture ? lyingOf(posture) : { en: 'on its feet', zh: '站立' };
  const people =
    hands > 1
      ? { en: `With ${numberWord(hands)} people, turn`, zh: `请 ${hands} 个人一起` }
      : { en: 'Turn', zh: '' };
  return {
    title: todo(posture ? 'Turn it over' : 'Stand it up', posture ? '翻转' : '立起来'),
    say: todo(
      `${people.en} what you have built so that it ${posture ? `lies ${en}` : `stands ${en}`}. Lift it, do not drag it.`,
      `${people.zh}把已装好的部分翻转，${posture ? `${zh}放好` : '让它站立'}。请抬起，不要拖动。`,
    ),
    check: todo(
      posture ? 'Does it lie as in the picture?' : 'Does it stand without rocking?',
      posture ? '是否像图上那样放好？' : '是否站稳，不摇晃？',
    ),
  };
}

/** Which side is down, by where the product's own axes point once it is turned. */
function lyingOf(posture: Rotation): { en: string; zh: string } {
  const down = new Vector3(0, -1, 0).applyQuaternion(new Quaternion(...posture).invert());
  const [x, y, z] = down.toArray();
  if (y > 0.7) return { en: 'face down', zh: '正面朝下' };
  if (z > 0.7) return { en: 'on its front', zh: '正面朝下' };
  if (z < -0.7) return { en: 'on its back', zh: '背面朝下' };
  if (x > 0.7) return { en: 'on its right side', zh: '右侧朝下' };
  if (x < -0.7) return { en: 'on its left side', zh: '左侧朝下' };
  return { en: 'as in the picture', zh: '按图' };
}

function asItLies(direction: Direction, posture: Rotation | undefined): Direction {
  if (!posture) return direction;
  const [x, y, z] = new Vector3(...direction).applyQuaternion(new Quaternion(...posture)).toArray();
  return [x, y, z];
}

function wayOf(direction: Direction) {
  const share = ({ axis, sign }: (typeof ways)[number]) => sign * (direction[axis] ?? 0);
  return ways.reduce((best, way) => (share(way) > share(best) + 1e-6 ? way : best));
}

/** How each kind of fastener is put in. */
const driven: Partial<Record<GuideHardware['kind'], { en: string; zh: string }>> = {
  screw: { en: 'Drive in', zh: '拧入' },
  bolt: {
    en: 'Put in, by hand first and then a quarter turn with the key,',
    zh: '先用手拧入，再用扳手拧紧四分之一圈：',
  },
  'cam-bolt': { en: 'Screw in', zh: '拧入' },
  'cam-lock': { en: 'Turn half a turn', zh: '旋转半圈：' },
  nail: { en: 'Drive in', zh: '钉入' },
};

function fasteningOf(fasteners: StepContent['fasteners']): { en: string; zh: string } {
  const sentences = fasteners.map(({ hardware, count }) => {
    const { en, zh } = driven[hardware.kind] ?? { en: 'Push in', zh: '插入' };
    const label = lower(unmarked(hardware.label.en));
    const [kind = label, ...size] = label.split(/ (?=\d)/);
    return {
      en: ` ${en} ${numberWord(count)} ${count > 1 ? pluralOf(kind) : kind}${size.length > 0 ? `, ${size.join(' ')}` : ''}.`,
      zh: `${zh} ${count} 个${unmarked(hardware.label.zh)}。`,
    };
  });
  return { en: sentences.map(({ en }) => en).join(''), zh: sentences.map(({ zh }) => zh).join('') };
}

/** "the four legs, part B,", or "part B" where nobody named it. */
function nameOf(part: GuidePart, count: number): string {
  const label = unmarked(part.label.en);
  if (isNameless(part))
    return count > 1 ? `the ${numberWord(count)} pieces of part ${part.letter}` : `part ${part.letter}`;
  return count > 1
    ? `the ${numberWord(count)} ${pluralOf(lower(label))}, part ${part.letter},`
    : `the ${lower(label)}, part ${part.letter},`;
}

const isNameless = ({ label, letter }: GuidePart) => unmarked(label.en) === `Part ${letter}`;

function chineseOf(part: GuidePart, count: number): string {
  const label = unmarked(part.label.zh);
  const several = count > 1 ? ` ${count} 件` : '';
  return label.startsWith(`零件 ${part.letter}`)
    ? `${several}${label}`
    : `${several}零件 ${part.letter}（${label}）`;
}

function shortName(part: GuidePart, count: number): string {
  if (isNameless(part)) return `part ${part.letter}`;
  const label = lower(unmarked(part.label.en));
  return count > 1 ? `the ${numberWord(count)} ${pluralOf(label)}` : `the ${label}`;
}

const shortChinese = (part: GuidePart) => unmarked(part.label.zh);

const lettersOf = (parts: readonly GuidePart[]) => {
  const letters = parts.map(({ letter }) => letter);
  return {
    en: `${parts.length > 1 ? 'parts' : 'part'} ${listed(letters, 'and')}`,
    zh: `零件 ${letters.join('、')} `,
  };
};

/** More names than these tire a listener. */
const mostNamed = 5;

const listed = (all: readonly string[], and: string) => {
  const names =
    all.length > mostNamed ? [...all.slice(0, mostNamed - 1), `${all.length - mostNamed + 1} more`] : all;
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  // A name that brings its letter along ends with a comma of its own.
  const before = names
    .slice(0, -1)
    .map((name, i) => (name.endsWith(',') || i === names.length - 2 ? name : `${name},`));
  return `${before.join(' ')} ${and} ${last}`;
};

const numberWord = (count: number) => (count === 0 ? 'no' : (smallNumbers[count] ?? String(count)));

/** Titles are read at arm's length. */
const clipped = (words: string) => (words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words);

/** A name inside a sentence: capitals that stand for something stay. */
const lower = (name: string) =>
  /^\p{Lu}(\p{Ll}|$)/u.test(name) && !/\s\p{Lu}/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

const irregular: Record<string, string> = { foot: 'feet', shelf: 'shelves', leaf: 'leaves', knife: 'knives' };

function pluralOf(name: string): string {
  const last = /[\p{L}]+$/u.exec(name)?.[0];
  if (last === undefined) return name;
  const before = name.slice(0, -last.length);
  const known = irregular[last.toLowerCase()];
  if (known) return before + known;
  if (/s$/i.test(last) && !/ss$/i.test(last)) return name;
  return /(ss|x|ch|sh)$/i.test(last)
    ? `${name}es`
    : /[^aeiou]y$/i.test(last)
      ? `${name.slice(0, -1)}ies`
      : `${name}s`;
}
