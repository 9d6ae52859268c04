import type { ProductBrief } from '../../protocol/index.ts';

/** Other words for what the shop sells: said on the left, the shop's noun on the right. */
const otherNames: [said: RegExp, noun: string][] = [
  [/\b(?:closet|armoire)\b|衣柜|衣橱/iu, 'wardrobe'],
  [/\b(?:couch|settee)\b|沙发/iu, 'sofa'],
  [/\b(?:bookshelf|book shelf|bookshelves)\b|书架|书柜/iu, 'bookcase'],
  [/\b(?:telly|tv)\b(?! bench| stand)|电视(?!柜)/iu, 'television'],
  [/\b(?:hoover|vacuum cleaner)\b|吸尘器|扫地机/iu, 'vacuum'],
  [/\b(?:nightstand)\b|床头柜/iu, 'bedside table'],
  [/\b(?:dresser|drawers)\b|斗柜|抽屉柜/iu, 'chest of drawers'],
  [/\b(?:modem|wifi|wi-fi)\b|路由器/iu, 'router'],
  [/\bscreen\b|显示器/iu, 'monitor'],
  [/\b(?:crib)\b|婴儿床/iu, 'cot'],
  [/\bcomputer\b|笔记本(?:电脑)?/iu, 'laptop'],
  [/书桌|办公桌|桌子/u, 'desk'],
  [/椅子|办公椅/u, 'chair'],
  [/餐桌|桌子/u, 'dining table'],
  [/茶几/u, 'coffee table'],
  [/床垫/u, 'mattress'],
  [/床(?![头垫])/u, 'bed'],
  [/台灯/u, 'desk lamp'],
  [/耳机/u, 'headphones'],
  [/打印机/u, 'printer'],
  [/键盘/u, 'keyboard'],
  [/鼠标/u, 'mouse'],
  [/手机/u, 'phone'],
  [/水壶/u, 'kettle'],
  [/镜子/u, 'mirror'],
];

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const says = (text: string, words: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${literally(words).replace(/[-\s]+/g, '[-\\s]?')}(?:e?s)?(?![\\p{L}\\p{N}])`,
    'iu',
  ).test(text);

/** How well an utterance names a product: 0 not at all, 4 by its full name. */
export function namingStrength(text: string, product: Pick<ProductBrief, 'name' | 'noun'>): number {
  if (says(text, product.name)) return 4;
  const own = product.name.split(' ')[0] as string;
  const noun = says(text, product.noun);
  if (noun && says(text, own)) return 4;
  if (noun) return product.noun.includes(' ') ? 3 : 2;
  const lowered = product.noun.toLowerCase();
  if (
    otherNames.some(
      ([said, meant]) => said.test(text) && (lowered === meant || lowered.endsWith(` ${meant}`)),
    )
  )
    return 2;
  if (own.length > 3 && new RegExp(`\\b${literally(own)}\\b`).test(text)) return 2;
  const head = product.noun.split(' ').at(-1) as string;
  return says(text, head) ? 1 : 0;
}

/** Those that an utterance names best; empty when it names none. */
export function named<T>(
  text: string,
  items: readonly T[],
  product: (item: T) => Pick<ProductBrief, 'name' | 'noun'>,
): T[] {
  const scored = items.map((item) => ({ item, strength: namingStrength(text, product(item)) }));
  const best = Math.max(0, ...scored.map(({ strength }) => strength));
  return best === 0 ? [] : scored.filter(({ strength }) => strength === best).map(({ item }) => item);
}
