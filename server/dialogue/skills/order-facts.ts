import type { Language, MethodAmount } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { called, defineSkill, orderOf, type Request } from './define.ts';

type Fact = 'address' | 'price' | 'payment' | 'day' | 'contents' | 'carrier';

/** Which facts a question asks for; the first that its words name. */
const asked: readonly [said: RegExp, fact: Fact][] = [
  [
    /\b(?:which|what) (?:card|method)\b|\bhow (?:did|have|was|were) (?:i|we|it|that)(?: \w{1,10})? p(?:ay|aid)\b|\bpa(?:id|y) (?:with|by)\b|\b(?:which|what) (?:\w{1,10} )?(?:card|account)\b|用(?:什么|哪).{0,4}(?:付|卡)|怎么付的/iu,
    'payment',
  ],
  [/\b(?:how much|price|cost|total|paid|pay|charged?|amount)\b|多少钱|花了|付了多少|总价/iu, 'price'],
  [
    /\b(?:address|where (?:is|are|will|does) .{0,40}\b(?:going|go|sent|delivered|being)|going to|deliver(?:ed|ing)? to|sent to|send(?:ing)? (?:it|that) to|ship(?:ped|ping)? to)\b|地址|送到哪|寄到哪/iu,
    'address',
  ],
  [
    /\b(?:when did i|order(?:ed)? date|what day did i|date of)\b|什么时候(?:下单|买|订)|哪天(?:下单|买|订)/iu,
    'day',
  ],
  [
    /\b(?:carrier|courier|who(?:'s| is)? deliver\w*|tracking number|which company)\b|快递公司|哪家快递|单号/iu,
    'carrier',
  ],
  [
    /\b(?:what(?:'s| is| was| did| else)|items?|contents?|included|how many)\b|有什么|有哪些|几件|什么东西/iu,
    'contents',
  ],
];

const methodSaid = ({ method }: MethodAmount, { word }: Request): string | undefined =>
  method &&
  (method.ending
    ? word('order.method_ending', { label: method.label, number: method.ending })
    : method.label);

const list = (items: string[], language: Language) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(items);

function factLines(fact: Fact, request: Request): Line[] {
  const order = orderOf(request);
  const names = called(order);
  switch (fact) {
    case 'address':
      return [['order.address', { ...names, address: order.address }]];
    case 'price':
      return [['order.total', { ...names, total: order.total }]];
    case 'payment': {
      const methods = (order.payments ?? []).flatMap((each) => methodSaid(each, request) ?? []);
      const paid: Line =
        methods.length > 0
          ? ['order.paid_with', { ...names, total: order.total, list: list(methods, request.language) }]
          : ['order.paid_unknown', { ...names, total: order.total }];
      return [paid];
    }
    case 'day':
      return [['order.placed', { ...names, since: request.dayOf(order.placedAt) }]];
    case 'carrier':
      return [
        order.carrier
          ? ['order.carrier', { ...names, carrier: order.carrier, number: order.trackingNumber ?? '' }]
          : ['order.no_carrier', names],
      ];
    case 'contents':
      return [
        [
          'order.contents',
          {
            ...names,
            list: list(
              order.lines.map(({ product, quantity }) =>
                quantity > 1 ? `${quantity} × ${product.name}` : product.name,
              ),
              request.language,
            ),
          },
        ],
      ];
  }
}

/** What stands in an order: its address, price, payment, day and contents. */
export const orderFacts = defineSkill({
  intents: ['order_facts'],
  needs: [{ slot: 'order' }],
  say(request): Content {
    const fact = asked.find(([said]) => said.test(request.question))?.[1] ?? 'contents';
    return { lines: factLines(fact, request), card: { kind: 'order', order: orderOf(request) } };
  },
});
