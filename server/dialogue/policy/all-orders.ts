import type { Content } from '../replies/content.ts';
import { isOnItsWay } from '../skills/ways-out.ts';
import { conclude } from './advance.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** More than these would be scrolled past; the newest are meant. */
const mostListed = 10;

/** "What orders do I have", "show me my orders", "what have I bought": all of them, and nothing done to any. */
const asksForAll =
  /^(?:(?:please|hi|hello|hey|ok(?:ay)?|so|can you|could you)[\s,]+)*(?:(?:(?:show|list|see|view|check|give|tell|read)(?: me)?(?: about)? )?(?:all )?(?:of )?my (?:\w+ )?orders(?: list| history)?|(?:what|which) orders (?:do i have|have i (?:got|made|placed)|are (?:open|mine|there|coming|on (?:their|the) way))|what (?:have i|did i|i've) (?:ordered|bought|order|buy)(?: from you)?(?: (?:so far|lately|recently))?|do i have any (?:open )?orders?(?: (?:open|coming|with you|on (?:their|the) way))?|how many orders do i have)[\s,.!?]*(?:please|thanks)?[\s.!?]*$/iu;
const asksForAllChinese =
  /^(?:请|帮我|给我)?(?:看看|查看|查一下|查查|列出|显示)?我(?:都|一共|总共)?(?:的|有)?(?:所有|全部|哪些|什么|几个|多少|啥)?的?订单(?:列表|有哪些)?[吗呢？?。]*$|^我(?:都)?买(?:了|过)(?:什么|哪些|啥)/u;

export const wantsAllOrders = (text: string): boolean =>
  asksForAll.test(text) || asksForAllChinese.test(text);

/** Lists the shopper's orders, newest first. */
export async function onAllOrders(context: TurnContext): Promise<Decision | undefined> {
  if (!wantsAllOrders(context.turn.text)) return undefined;
  const { orders, state } = context;
  state.misses = 0;
  return { kind: 'say', intent: 'track_order', content: await conclude(context, listing(orders)) };
}

function listing(orders: TurnContext['orders']): Content {
  if (orders.length === 0) return { lines: [['ask.no_orders']] };
  const coming = orders.filter(isOnItsWay).length;
  return {
    lines: [['track.all', { count: orders.length, coming }]],
    card: { kind: 'orders', orders: orders.slice(0, mostListed) },
  };
}
