import type { GuideText } from '#protocol/guide';

/** Furniture as both languages name it; what stands for a place comes first in a Chinese name. */
const nouns: Record<string, string> = {
  top: '顶板',
  tabletop: '桌面',
  'table top': '桌面',
  worktop: '台面',
  'desk top': '桌面',
  desktop: '桌面',
  leg: '腿',
  legs: '腿',
  side: '侧板',
  sides: '侧板',
  panel: '面板',
  board: '板',
  shelf: '层板',
  shelves: '层板',
  back: '背板',
  bottom: '底板',
  base: '底座',
  plinth: '踢脚板',
  frame: '框架',
  drawer: '抽屉',
  door: '门',
  doors: '门',
  handle: '把手',
  knob: '拉手',
  hinge: '铰链',
  runner: '滑轨',
  rail: '横档',
  rails: '横档',
  slat: '板条',
  slats: '板条',
  bar: '横杆',
  beam: '横梁',
  brace: '斜撑',
  stretcher: '横撑',
  apron: '围板',
  foot: '脚',
  feet: '脚',
  seat: '座面',
  backrest: '靠背',
  arm: '扶手',
  armrest: '扶手',
  headrest: '头枕',
  headboard: '床头板',
  footboard: '床尾板',
  mattress: '床垫',
  ladder: '梯子',
  rung: '梯级',
  step: '踏板',
  post: '立柱',
  pole: '立杆',
  column: '立柱',
  cushion: '坐垫',
  pillow: '枕头',
  glass: '玻璃',
  mirror: '镜子',
  screen: '屏幕',
  stand: '支架',
  bracket: '支架',
  mount: '安装架',
  plate: '安装板',
  spacer: '垫块',
  lid: '盖子',
  cover: '盖板',
  box: '箱体',
  tray: '托盘',
  wheel: '轮子',
  castor: '脚轮',
  caster: '脚轮',
  cable: '电线',
  lamp: '灯',
  shade: '灯罩',
  bulb: '灯泡',
  desk: '书桌',
  table: '桌子',
  chair: '椅子',
  stool: '凳子',
  bench: '长凳',
  bed: '床',
  cabinet: '柜子',
  cupboard: '橱柜',
  wardrobe: '衣柜',
  bookcase: '书架',
  bookshelf: '书架',
  sofa: '沙发',
  crate: '木箱',
  wall: '壁板',
  floor: '底板',
  roof: '顶盖',
  divider: '隔板',
  partition: '隔板',
  front: '面板',
  dowel: '木销',
  screw: '螺丝',
  bolt: '螺栓',
  pin: '销钉',
  peg: '木钉',
  nail: '钉子',
  washer: '垫圈',
  cam: '偏心轮',
  nut: '螺母',
  cylinder: '圆柱',
  cube: '方块',
  sphere: '球',
  cone: '圆锥',
  torus: '圆环',
  block: '木块',
  ring: '圆环',
  plank: '木板',
  hook: '挂钩',
  rod: '杆',
  tube: '管',
};
const places: Record<string, string> = {
  left: '左',
  right: '右',
  front: '前',
  back: '后',
  rear: '后',
  upper: '上',
  lower: '下',
  top: '上',
  bottom: '下',
  middle: '中',
  centre: '中',
  center: '中',
  inner: '内',
  outer: '外',
  long: '长',
  short: '短',
  large: '大',
  small: '小',
  cross: '横',
  fixed: '固定',
  loose: '活动',
};
const english = new Map(Object.entries(nouns).map(([en, zh]) => [zh, en]));

/** The name without the number that tells copies apart: "Leg.002", "leg_2", "dowel#1:9:6" and "leg" are one part's. */
export function stemOf(name: string): string {
  const stem = name
    .replace(/#[\d:]{1,80}$/, '')
    .replace(/[\s._:\-(]{0,3}\d{1,6}\)?$/, '')
    .trim();
  return stem === '' ? name : stem;
}

/**
 * A name as people write it, in both languages: the author's own word stays as it was written, and what the small
 * dictionary knows is translated. `letter` names what has no name, or none in that language.
 */
export function labelOf(name: string | undefined, letter: string): GuideText {
  const nameless = { en: `Part ${letter}`, zh: `零件 ${letter}` };
  if (name === undefined) return nameless;
  const shown = written(stemOf(name));
  if (/\p{Script=Han}/u.test(shown))
    return { en: english.get(shown) ? capital(english.get(shown) ?? '') : nameless.en, zh: shown };
  return { en: shown, zh: chineseOf(shown) ?? `${nameless.zh}（${shown}）` };
}

/** Identifiers become words; what somebody typed as words keeps its marks and its capitals. */
function written(stem: string): string {
  if (/\s/.test(stem)) return capital(stem.replace(/\s+/g, ' ').slice(0, 80));
  const words = stem
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  const plain = (words || stem).replace(/ \p{Lu}(?=\p{Ll})/gu, (start) => start.toLowerCase());
  return capital(plain.slice(0, 80));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `undefined` where one of the words is not known. */
export function chineseOf(words: string): string | undefined {
  const known = words.toLowerCase();
  if (nouns[known]) return nouns[known];
  const tokens = known.split(' ');
  const noun =
    tokens.findLast((token) => nouns[token] !== undefined && places[token] === undefined) ??
    tokens.findLast((token) => nouns[token] !== undefined);
  if (noun === undefined) return undefined;
  const rest = tokens.toSpliced(tokens.lastIndexOf(noun), 1);
  const before = rest.map((token) => places[token] ?? nouns[token]);
  return before.includes(undefined) ? undefined : `${before.join('')}${nouns[noun]}`;
}

/** An id of letters, digits and dashes from a name, at most 48 long; `undefined` where nothing of it can be written so. */
export function plainId(name: string): string | undefined {
  const id = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-|-$/g, '');
  return id === '' ? undefined : id;
}

/** `id`, or with the first number after it that is not taken; adds it to `taken`. */
export function freshId(id: string, taken: Set<string>): string {
  let fresh = id;
  for (let number = 2; taken.has(fresh); number++) fresh = `${id}-${number}`;
  taken.add(fresh);
  return fresh;
}
