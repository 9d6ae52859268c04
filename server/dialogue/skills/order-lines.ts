import type { Money, PaymentMethod, Product, ProductBrief, Variant, VariantOptions } from '#protocol';
import type { IdentifiedLine, LineChoice } from '../../orders/contract.ts';
import { smallNumber } from '../../small-numbers.ts';
import { goodsNamedIn } from '../slots/naming.ts';
import type { Request } from './define.ts';

/** Everything that was said of a request: how it was asked, and what was added when it was asked for. */
export const allWords = ({ question, slots }: Pick<Request, 'question' | 'slots'>): string =>
  [question, slots.description].filter(Boolean).join('. ');

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/(?<=\d)\s+(?=(?:ml|l|cm|mm|m|gb|tb|inch|inches|mp|w|kg|g|ft|pieces?)\b)/g, '')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()} `;

/** Where a text says an option's value; the last time, and not where it is what is left behind ("from red to blue"). */
function said(text: string, value: string): number {
  const at = text.lastIndexOf(plain(value));
  if (at < 0) return -1;
  const before = text.slice(Math.max(0, at - 14), at + 1);
  return /\b(?:from|not|instead of|than|isn t|rather than)(?: the| a)? $/.test(before) ? -1 : at;
}

/** What is said of a product's options: the value of each that the words name last. */
export function optionsSaid(text: string, variants: readonly Variant[]): VariantOptions {
  const words = plain(text);
  const named: VariantOptions = {};
  const where: Record<string, number> = {};
  for (const { options } of variants)
    for (const [name, value] of Object.entries(options)) {
      const at = said(words, value);
      const longer = named[name] !== undefined && at === where[name] && value.length > named[name].length;
      if (at >= 0 && (at > (where[name] ?? -1) || longer)) {
        named[name] = value;
        where[name] = at;
      }
    }
  return named;
}

/** The variant that is wanted in place of another: `several` fit equally well, or none does. */
export type VariantChoice =
  | { kind: 'one'; variant: Variant }
  | { kind: 'several'; variants: Variant[] }
  | { kind: 'none'; wanted: VariantOptions };

/** Options that nobody names stay as they are, where there is such a variant. */
export function chooseVariant(
  text: string,
  { variants = [] }: Product,
  now: VariantOptions = {},
): VariantChoice {
  const wanted = optionsSaid(text, variants);
  const names = Object.keys(wanted);
  const available = variants.filter(({ inStock }) => inStock !== 0);
  const fits = available.filter(({ options }) => names.every((name) => options[name] === wanted[name]));
  const others = fits.filter(({ options }) =>
    Object.keys(options).some((name) => options[name] !== now[name]),
  );
  if (others.length === 0 || (names.length === 0 && others.length > 1 && !/cheap|便宜/iu.test(text)))
    return others.length === 0 ? { kind: 'none', wanted } : { kind: 'several', variants: others };
  const alike = (variant: Variant) =>
    Object.keys(variant.options).filter((name) => variant.options[name] === now[name]).length;
  const most = Math.max(...others.map(alike));
  const best = others.filter((variant) => alike(variant) === most);
  if (/cheap|便宜/iu.test(text)) best.sort((a, b) => a.price.amount - b.price.amount);
  const [first] = best;
  if (first && (best.length === 1 || /cheap|便宜/iu.test(text))) return { kind: 'one', variant: first };
  return { kind: 'several', variants: best };
}

const isNamed = (text: string, product: ProductBrief): boolean =>
  goodsNamedIn(text, [product]).some(({ from, to }) => {
    const word = text.slice(from, to).toLowerCase();
    const [name, noun] = [product.name.toLowerCase(), product.noun.toLowerCase()];
    return (
      name.includes(word) || noun.includes(word) || word.includes(noun) || word.replace(/e?s$/, '') === noun
    );
  });

/** Lines of an order that words name by their product, an option's value telling two of a kind apart. */
export function linesNamed(text: string, lines: readonly IdentifiedLine[]): IdentifiedLine[] {
  const named = lines.filter(({ product }) => isNamed(text, product));
  const words = plain(text);
  return named.filter((line) => {
    const twins = named.filter(({ product }) => product.slug === line.product.slug);
    if (twins.length === 1) return true;
    const score = (each: IdentifiedLine) =>
      Object.values(each.options ?? {}).filter((value) => said(words, value) >= 0).length;
    return score(line) === Math.max(...twins.map(score));
  });
}

const chineseCounts: Readonly<Record<string, number>> = { 一: 1, 两: 2, 三: 3, 四: 4 };

/** "One of the chairs", "two bedside tables": how many pieces of a line, where fewer than all are said. */
export function piecesOf(text: string, line: IdentifiedLine): LineChoice {
  const match =
    /\b(one|two|three|four|five|\d{1,2})\b(?= (?:of|more|[a-z]+s\b))|([一两三四])(?:把|个|张|件|台)/iu.exec(
      text,
    );
  const spoken = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  const quantity = smallNumber(spoken) ?? chineseCounts[spoken] ?? Number(spoken);
  return quantity > 0 && quantity < line.quantity ? { line: line.id, quantity } : { line: line.id };
}

/** The payment method that words name last: by its ending, its name or its kind. */
export function methodNamed(text: string, methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const words = plain(text);
  const at = ({ label, ending, kind }: PaymentMethod): number =>
    Math.max(
      ...[
        label,
        ending ?? '',
        kind.replace(/[_-]/g, ' '),
        ...(/card/.test(kind) && !/gift/.test(kind) ? ['credit card', 'debit card'] : []),
      ]
        .filter(Boolean)
        .map((each) => words.lastIndexOf(` ${each.toLowerCase()}`)),
    );
  const [best] = methods
    .map((method) => ({ method, at: at(method) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => b.at - a.at);
  return best?.method;
}

/** "Visa ending 9212". */
export const methodSaid = (
  { label, ending }: Pick<PaymentMethod, 'label' | 'ending'>,
  { word }: Request,
): string => (ending ? word('order.method_ending', { label, number: ending }) : label);

/** "black, size L". */
export const optionsListed = (options: VariantOptions = {}): string =>
  Object.entries(options)
    .map(([, value]) => value)
    .join(', ');

export const lineName = (line: Pick<IdentifiedLine, 'product' | 'options'>): string => {
  const options = optionsListed(line.options);
  return options ? `${line.product.name} (${options})` : line.product.name;
};

export const sum = (amounts: readonly Money[], currency: string): Money => ({
  amount: amounts.reduce((total, { amount }) => total + amount, 0),
  currency,
});
