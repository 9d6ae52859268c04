import type { Product } from '#protocol';
import type { Aspect } from './constraints.ts';
import { aspectOf } from './find-products.ts';

/** One thing in which two products differ. Numbers as in the catalogue: smallest unit, millimetres, grams, minutes. */
export type Difference =
  | { about: Aspect; values: [number, number]; more: 'first' | 'second' }
  | { about: 'materials' | 'colours'; values: [string[], string[]] }
  /** A fact that both have, named as the catalogue does: "warranty", "load". */
  | { about: 'fact'; label: string; values: [string, string] };

const aspects: readonly Aspect[] = ['price', 'width', 'depth', 'height', 'weight', 'assembly'];

const asked: [said: RegExp, about: Aspect | 'materials' | 'colours' | 'warranty' | 'load' | 'battery'][] = [
  [/\b(?:cheap(?:er|est)?|expensive|price|cost|dearer|money)\b|便宜|贵|价格|多少钱/iu, 'price'],
  [/\b(?:wid(?:er|est|th|e)|narrow(?:er|est)?|broader|longer)\b|宽|窄|长(?!时间)/iu, 'width'],
  [/\b(?:tall(?:er|est)?|high(?:er|est)?|height|lower|shorter)\b|高|矮/iu, 'height'],
  [/\b(?:deep(?:er|est)?|depth|shallower)\b|深|浅/iu, 'depth'],
  [/\b(?:big(?:ger|gest)?|larg(?:er|est)|small(?:er|est)?|size|dimensions?)\b|大|小|尺寸/iu, 'size'],
  [/\b(?:heav(?:y|ier|iest)|light(?:er|est)|weigh[st]?|weight)\b|重|轻/iu, 'weight'],
  [/\b(?:assembl\w*|build|put together|quicker|easier)\b|组装|安装/iu, 'assembly'],
  [/\b(?:material|made of|wood|quality)\b|材料|材质/iu, 'materials'],
  [/\bcolou?rs?\b|颜色/iu, 'colours'],
  [/\b(?:warranty|guarantee)\b|保修|质保/iu, 'warranty'],
  [/\b(?:stronger|hold|carry|load|sturdier)\b|承重/iu, 'load'],
  [/\b(?:battery|lasts? longer)\b|电池|续航/iu, 'battery'],
];

/** What a question compares two products by; undefined where it asks for all that differs. */
export const aspectAsked = (question: string): (typeof asked)[number][1] | undefined =>
  asked.find(([said]) => said.test(question))?.[1];

/**
 * In what two products differ, what matters to most first; only in `aspect` where one is given. Empty where they do not
 * differ in it, or the catalogue does not know it of both.
 */
export function compareProducts(
  first: Product,
  second: Product,
  aspect?: ReturnType<typeof aspectAsked>,
): Difference[] {
  const numbers = (
    aspect && aspects.concat('size').includes(aspect as Aspect) ? [aspect as Aspect] : aspects
  ).flatMap((about): Difference[] => {
    const [one, other] = [aspectOf(first, about), aspectOf(second, about)];
    if (one === undefined || other === undefined || one === other) return [];
    return [{ about, values: [one, other], more: one > other ? 'first' : 'second' }];
  });
  const lists = (['materials', 'colours'] as const)
    .filter((about) => first[about].join() !== second[about].join())
    .map((about): Difference => ({ about, values: [first[about], second[about]] }));
  const facts = Object.entries(first.facts).flatMap(([label, fact]): Difference[] => {
    const other = second.facts[label];
    return other === undefined || other === fact ? [] : [{ about: 'fact', label, values: [fact, other] }];
  });
  const all = [...numbers, ...lists, ...facts.sort((one, other) => place(one) - place(other))];
  if (aspect === undefined) return all;
  if (aspect === 'size')
    return numbers.length > 0 ? [...numbers, ...compareSides(first, second)] : compareSides(first, second);
  return all.filter((each) => (each.about === 'fact' ? each.label === aspect : each.about === aspect));
}

const compareSides = (first: Product, second: Product) =>
  compareProducts(first, second).filter(
    ({ about }) => about === 'width' || about === 'depth' || about === 'height',
  );

const order = ['warranty', 'load', 'battery', 'people'];
const place = (difference: Difference) => {
  const at = difference.about === 'fact' ? order.indexOf(difference.label) : -1;
  return at < 0 ? order.length : at;
};
