import type { PaymentMethod } from '#protocol';
import type { TextRange } from './mentions.ts';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What people call a kind of payment besides its own name. */
function callings({ kind, label }: PaymentMethod): string[] {
  if (/gift|voucher/.test(kind))
    return [label, 'gift card', 'gift cards', 'giftcard', 'gift voucher', '礼品卡', '购物卡'];
  if (/paypal/.test(kind)) return [label, 'paypal', 'pay pal'];
  if (/card|credit|debit/.test(kind))
    return [label, 'credit card', 'debit card', 'bank card', '(?<!gift )card', '信用卡', '银行卡'];
  return [label, kind.replace(/[_-]/g, ' ')];
}

interface MethodMention extends TextRange {
  method: PaymentMethod;
  /** Its number's end is said, and not only what kind it is. */
  byNumber: boolean;
}

function mentions(text: string, methods: readonly PaymentMethod[]): MethodMention[] {
  return methods.flatMap((method) => {
    const { ending } = method;
    const numbers = ending
      ? [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${literally(ending)}(?![\\p{L}\\p{N}])`, 'giu'))]
      : [];
    const names = callings(method).flatMap((name) => [
      ...text.matchAll(
        new RegExp(
          `(?<![\\p{L}\\p{N}])${/^\(/.test(name) ? name : literally(name)}(?![\\p{L}\\p{N}])`,
          'giu',
        ),
      ),
      ...(/\p{Script=Han}/u.test(name) ? text.matchAll(new RegExp(name, 'gu')) : []),
    ]);
    const range = ({ index, 0: { length } }: RegExpMatchArray) => ({
      from: index ?? 0,
      to: (index ?? 0) + length,
    });
    return [
      ...numbers.map((match) => ({ method, byNumber: true, ...range(match) })),
      ...names.map((match) => ({ method, byNumber: false, ...range(match) })),
    ];
  });
}

/** A method behind these is the one that is not meant. */
const notThis =
  /\b(?:not|from|instead of|rather than|other than|except|don'?t (?:use|want)|isn'?t)(?: (?:to|on|with|my|the|a)){0,3} ?$|不要|不用$/iu;

/**
 * The method that words name, the last one of several; one that is told by its number goes before others of its kind. Of
 * several of the kind that is named, the one that `paid`.
 */
export function methodNamed(
  text: string,
  methods: readonly PaymentMethod[],
  paid: readonly string[] = [],
): PaymentMethod | undefined {
  const meant = mentions(text, methods).filter(
    ({ from }) => !notThis.test(text.slice(Math.max(0, from - 30), from).replaceAll('’', "'")),
  );
  const last = meant.reduce<MethodMention | undefined>(
    (best, each) =>
      !best || each.from > best.from || (each.from === best.from && each.to > best.to) ? each : best,
    undefined,
  );
  if (!last) return undefined;
  if (last.byNumber) return last.method;
  const alike = meant.filter(({ from, to, byNumber }) => !byNumber && from <= last.from && to >= last.to);
  // "The Visa ending 9212": its number stands beside its name.
  const numbered = meant.find(
    ({ byNumber, from, method }) =>
      byNumber && Math.abs(from - last.to) < 40 && alike.some((each) => each.method.id === method.id),
  );
  return (numbered ?? alike.find(({ method }) => paid.includes(method.id)) ?? last).method;
}

const original =
  /\b(?:original (?:payment|method|card|form)|(?:same|way) (?:card|method|way|i paid)|how i paid|where it came from|what i paid with)\b|原路|原付款/iu;

/** "To the original payment method", "the way I paid". */
export const namesOriginal = (text: string): boolean => original.test(text);

/** Where a text names ways of paying, with "ending in 9212" and "for any difference" that belong to them. */
export const methodPhrases = (text: string, methods: readonly PaymentMethod[]): TextRange[] =>
  mentions(text, methods).flatMap(({ from, to, byNumber }) => {
    const before = text.slice(Math.max(0, from - 30), from);
    if (byNumber && !ofMethod.test(before)) return [];
    const lead = endingIn.exec(before)?.[0].length ?? 0;
    return [{ from: from - lead, to: to + (behindMethod.exec(text.slice(to, to + 90))?.[0].length ?? 0) }];
  });

/** Where a text says who pays or receives money, so that it is not taken for a part of what is bought. */
export const paymentPhrases = (text: string, methods: readonly PaymentMethod[]): TextRange[] =>
  methodPhrases(text, methods).map(({ from, to }) => {
    const start = Math.max(0, from - 50);
    const verb = [...text.slice(start, from).matchAll(pays)].at(-1);
    return { from: verb ? start + verb.index : from, to };
  });

const pays =
  /(?:[,;.] ?)?(?:\band )?(?:\bplease )?\b(?:use|charge|pay|paid|refund|refunded|bill)\b(?=[^.;]{0,45}$)/giu;
const ofMethod = /(?:\bending|\bends|\bcard|\bvisa|\bmastercard|\baccount|尾号)(?: (?:in|with|number))? ?$/iu;
const endingIn = /(?:\bthe one )?\b(?:ending|that ends|ends)(?: in| with)? ?$/iu;
const behindMethod =
  /^(?: account)?,?(?: the one)?(?: (?:ending|ends|that ends)(?: in| with)? [\dA-Z]{2,8})?(?: (?:for|to pay|to cover) (?:any|the|whatever)(?: price)? (?:difference|rest|extra|amount)| for (?:it|that|this)\b)?/iu;
