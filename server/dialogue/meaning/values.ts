import * as chrono from 'chrono-node';
import type { Address, OrderBrief } from '#protocol';
import { callings } from '../slots/address.ts';
import { goodsNamedIn } from '../slots/naming.ts';
import type { NamedValue } from './self-corrections.ts';

const digitWord =
  '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const numbers = new RegExp(
  `#?\\b(?:[A-Z]{1,4}-?)?\\d[\\dA-Z-]{1,18}\\b|\\b${digitWord}(?:[ -]${digitWord}){2,8}\\b|[零〇一幺二两三四五六七八九]{4,9}`,
  'giu',
);
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the values of an utterance that a correction may replace: numbers, saved places, goods, days; in their order. */
export function valuesFor(orders: OrderBrief[], addresses: Address[]): (text: string) => NamedValue[] {
  const labels = [
    ...callings.map(([, said]) => new RegExp(said.source, 'giu')),
    ...addresses.flatMap(({ label }) => (label ? [new RegExp(`\\b${literally(label)}\\b`, 'giu')] : [])),
  ];
  const spans = (text: string, patterns: RegExp[], kind: NamedValue['kind']): NamedValue[] =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
        kind,
        from: index,
        to: index + length,
      })),
    );
  return (text) => {
    const goods = goodsNamedIn(
      text,
      orders.map(({ mainProduct }) => mainProduct),
    ).map((range): NamedValue => ({ kind: 'product', ...range }));
    const days = chrono
      .parse(text)
      .filter(({ start }) => start.isCertain('day') || start.isCertain('weekday'))
      .map(({ index, text: said }): NamedValue => ({ kind: 'day', from: index, to: index + said.length }));
    const all = [...spans(text, [numbers], 'number'), ...spans(text, labels, 'place'), ...goods, ...days];
    return all
      .sort((one, other) => one.from - other.from || other.to - one.to)
      .filter(
        (value, at, sorted) =>
          !sorted.slice(0, at).some(({ from, to }) => value.from >= from && value.to <= to),
      );
  };
}
