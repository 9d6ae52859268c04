import type { Money } from '#protocol';
import type { LineChoice, OrderOptions } from '../../orders/contract.ts';
import { piecesGoing, saysFewer, someOfThem } from '../items/some-of-them.ts';
import type { Content, Line } from '../replies/content.ts';
import { inChinese } from '../slots/chinese-nouns.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import { allWords, lineName, piecesOf, saidOfItems, sum } from './order-lines.ts';
import {
  cancelButton,
  isHere,
  noButton,
  personButton,
  returnButton,
  trackButton,
  yesButton,
} from './ways-out.ts';

interface Found {
  terms: OrderOptions['cancel'];
  /** Some lines are meant and cannot be taken out of the order alone. */
  partRefused?: string;
  /** Some lines alone, where the words name them and not the order. */
  part?: { lines: LineChoice[]; said: string; refund: Money };
  reason?: string;
  /** Some of the order is meant, and which lines is not said. */
  unclear?: boolean;
}

const everything = /\b(?:whole|entire|all|everything)\b|整个|全部/iu;

/** "Only the lamp", "one is enough", "keep the wardrobe": some of the order, and not the order. */
function partOf(
  request: Request,
  lines: OrderOptions['cancelLines'],
): Pick<Found, 'part' | 'partRefused' | 'unclear'> {
  const order = orderOf(request);
  const text = saidOfItems(request).join('. ');
  const { going, staying } = someOfThem(text, order.lines);
  const [only, ...others] = order.lines;
  const fewer = saysFewer(text);
  const named = going.length > 0 || !fewer ? going : only && others.length === 0 ? [only] : [];
  if (named.length === 0) return fewer ? { unclear: true } : {};
  const choices = named.map((line) =>
    fewer || staying.length > 0 ? piecesGoing(text, line) : piecesOf(text, line),
  );
  const whole =
    choices.length === order.lines.length && choices.every((choice) => choice && !choice.quantity);
  const isOrder = named.some(({ product }) => product.slug === order.mainProduct.slug);
  const some = fewer || staying.length > 0 || /\b(?:only|just)\b|只/iu.test(text);
  if (whole || (!some && (isOrder || everything.test(text)))) return {};
  if (choices.every((choice) => !choice)) return { unclear: true };
  if (!lines.allowed) return { partRefused: lines.reason };
  const open = named.flatMap((line, at) => {
    const terms = lines.lines.find((each) => each.line === line.id);
    const choice = choices[at];
    return terms && choice ? [{ line, terms, choice }] : [];
  });
  if (open.length === 0) return { unclear: true };
  const refunds = open.map(({ terms, choice }) => ({
    ...terms.refund,
    amount: choice.quantity
      ? Math.round((terms.refund.amount / terms.quantity) * choice.quantity)
      : terms.refund.amount,
  }));
  const part = {
    lines: open.map(({ choice }) => choice),
    said: open
      .map(({ line, choice: { quantity } }) => {
        const chinese = inChinese(line.product.noun);
        const isRead = request.language === 'zh' && chinese !== line.product.noun && !line.options;
        const name = isRead ? chinese : lineName(line);
        return quantity ? `${quantity} × ${name}` : name;
      })
      .join(', '),
    refund: sum(refunds, order.total.currency),
  };
  return { part };
}

/** The shop's reason that the words come nearest to: a mistake, or else that it is no longer wanted. */
function reasonIn(text: string, reasons: readonly string[]): string | undefined {
  const said = reasons.find((reason) => text.toLowerCase().includes(reason.toLowerCase()));
  const mistaken = /mistake|accident|wrong|didn't mean|not mean|by error|误|错/iu;
  return said ?? reasons.find((reason) => mistaken.test(reason) === mistaken.test(text));
}

export const cancel = defineSkill({
  intents: ['cancel_order'],
  needs: [{ slot: 'order', suits: isHere }],
  refines: true,
  async look(request): Promise<Found> {
    const options = await request.services.orders.options(request.customer.id, orderOf(request).number);
    const some = partOf(request, options.cancelLines);
    const reasons = options.cancel.allowed ? options.cancel.reasons : [];
    const reason = reasonIn(allWords(request), reasons);
    return { terms: options.cancel, ...some, ...(reason && { reason }) };
  },
  refuse(request, { terms, part, partRefused, unclear }): Content | undefined {
    const order = orderOf(request);
    if (unclear && terms.allowed)
      return {
        lines: [['item.which', { list: order.lines.map(lineName).join('; ') }]],
        card: { kind: 'order', order },
        buttons: [cancelButton(order), personButton(order)],
      };
    if (partRefused && terms.allowed)
      return {
        lines: [['cancel.not_part', called(order)]],
        card: { kind: 'order', order },
        buttons: [cancelButton(order), personButton(order)],
      };
    if (terms.allowed || part) return undefined;
    const late = (['shipped', 'delivered', 'cancelled'] as const).find((each) => each === terms.reason);
    const buttons = {
      shipped: [personButton(order), trackButton(order)],
      delivered: [returnButton(order), personButton(order)],
      cancelled: [],
    };
    return {
      lines: [
        late
          ? [`cancel.too_late_${late}`, called(order)]
          : ['change.not_possible', { ...called(order), topic: request.word('topic.cancel_order') }],
      ],
      card: { kind: 'order', order },
      buttons: late ? buttons[late] : [personButton(order)],
    };
  },
  confirm(request, { terms, part, reason }): Content | undefined {
    const order = orderOf(request);
    const refund = part?.refund ?? (terms.allowed ? terms.refund : order.total);
    const lines: Line[] = [
      part
        ? ['cancel.confirm_lines', { ...called(order), list: part.said, refund }]
        : ['cancel.confirm', { ...called(order), refund }],
    ];
    if (reason) lines.unshift(['cancel.reason', { words: reason }]);
    return {
      lines,
      card: {
        kind: 'cancellation',
        order: briefOf(order),
        refund,
        ...(reason && { reason }),
        done: false,
      },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  async perform(request, tx, { part, reason }) {
    const { orders } = request.services;
    const why = reason ? { reason } : {};
    return part
      ? orders.cancelLines(tx, {
          ...act(request),
          lines: part.lines,
          agreed: { amount: part.refund },
          ...why,
        })
      : orders.cancel(tx, { ...act(request), ...why });
  },
  say: (_request, { part }, { order, refund }): Content => ({
    lines: [
      part
        ? ['cancel.lines_done', { ...called(order), list: part.said, refund }]
        : ['cancel.done', { ...called(order), refund }],
    ],
    card: { kind: 'cancellation', order: briefOf(order), refund, done: true },
  }),
});
