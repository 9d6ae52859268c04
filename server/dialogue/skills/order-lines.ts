import type { CardItem, Money, PaymentMethod, Product } from '#protocol';
import type { IdentifiedLine, LineChoice } from '../../orders/contract.ts';
import { countOf } from '../../small-numbers.ts';
import { optionsListed } from '../items/choose-variant.ts';
import { readItemWishes } from '../items/item-wishes.ts';
import { blanked } from '../items/mentions.ts';
import { numberPhrases, orderPhrases } from '../items/order-phrases.ts';
import { methodNamed, namesOriginal, paymentPhrases } from '../items/payment-words.ts';
import { orderOf, type Request } from './define.ts';

/** All that was said of a request, oldest first: how it was asked, and what was added when it was asked for. */
export const utterancesOf = ({ question, slots }: Pick<Request, 'question' | 'slots'>): string[] =>
  [question, ...(slots.description?.split('\n') ?? [])].filter((said) => said.trim() !== '');

export const allWords = (request: Pick<Request, 'question' | 'slots'>): string =>
  utterancesOf(request).join('. ');

/** What was said of an order's items, without the words that tell the order or who pays. */
export const saidOfItems = (request: Request): string[] => {
  const { number, lines } = orderOf(request);
  const goods = lines.map(({ product }) => product);
  return utterancesOf(request).map((said) =>
    blanked(said, [
      ...orderPhrases(said, goods),
      ...numberPhrases(said, number),
      ...paymentPhrases(said, request.customer.paymentMethods),
    ]),
  );
};

/** The catalogue's products of an order's lines, by their slugs. */
export async function productsOf(
  { services }: Request,
  lines: readonly IdentifiedLine[],
): Promise<Map<string, Product>> {
  const slugs = [...new Set(lines.map(({ product }) => product.slug))];
  const found = await Promise.all(slugs.map((slug) => services.catalogue.get(slug)));
  return new Map(found.flatMap((product) => (product ? [[product.slug, product]] : [])));
}

/** Lines of an order that words name by their product, an option's value telling two of a kind apart. */
export const linesNamed = (
  text: string,
  lines: readonly IdentifiedLine[],
  products: ReadonlyMap<string, Product> = new Map(),
): IdentifiedLine[] => readItemWishes([text], lines, products).wishes.map(({ line }) => line);

/** "One of the chairs", "two bedside tables": how many pieces of a line, where fewer than all are said. */
export function piecesOf(text: string, line: IdentifiedLine): LineChoice {
  const match =
    /\b(one|two|three|four|five|\d{1,2})\b(?= (?:of|more|[a-z]+s\b))|([一两三四])(?:把|个|张|件|台)/iu.exec(
      text,
    );
  const spoken = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  const quantity = countOf(spoken);
  return quantity > 0 && quantity < line.quantity ? { line: line.id, quantity } : { line: line.id };
}

/** The methods that paid the order of a request. */
export const paidBy = ({ order }: Request): string[] =>
  order?.payments?.flatMap(({ method }) => (method ? [method.id] : [])) ?? [];

/** The customer's method that is named, in what was said last of it. */
export function methodWanted(request: Request): PaymentMethod | undefined {
  const { paymentMethods } = request.customer;
  const paid = paidBy(request);
  for (const said of utterancesOf(request).toReversed()) {
    const named = methodNamed(said, paymentMethods, paid);
    if (named) return named;
    if (namesOriginal(said)) return paymentMethods.find(({ id }) => paid.includes(id));
  }
  return undefined;
}

/** "Visa ending 9212". */
export const methodSaid = (
  { label, ending }: Pick<PaymentMethod, 'label' | 'ending'>,
  { word }: Request,
): string => (ending ? word('order.method_ending', { label, number: ending }) : label);

export const lineName = (line: Pick<IdentifiedLine, 'product' | 'options'>): string => {
  const options = optionsListed(line.options);
  return options ? `${line.product.name} (${options})` : line.product.name;
};

export const sum = (amounts: readonly Money[], currency: string): Money => ({
  amount: amounts.reduce((total, { amount }) => total + amount, 0),
  currency,
});

/** A line, or some of its pieces, as a card shows it. */
export const cardItem = (
  { product, sku, options, quantity, price }: IdentifiedLine,
  pieces: number = quantity,
): CardItem => ({ product, ...(sku && { sku }), ...(options && { options }), quantity: pieces, price });
