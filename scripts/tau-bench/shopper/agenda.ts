import type { ChangeOfMind, Goal, GoalItem, GoalTask } from '../goal-file.ts';
import { addressText } from '../outcome.ts';
import { found, type RetailAddress, type RetailData } from '../retail-data.ts';
import { isOrderGoal } from './speech.ts';
import type { Terms } from './terms.ts';
import { acceptable } from './wishes.ts';

export type Progress = 'open' | 'done' | 'impossible' | 'dropped' | 'skipped';

/** A goal, and how far the shopper is with it. */
export interface Matter {
  index: number;
  goal: Goal;
  progress: Progress;
  /** It has been brought up. */
  raised: boolean;
  /** How often it was put anew without getting anywhere. */
  tries: number;
  /** How often a question for consent was put right. */
  corrections: number;
  /** Of each item, how many wishes were found not to be had. */
  passed: number[];
  /** What the shopper will change their mind about. */
  mind: ChangeOfMind | undefined;
}

export function createAgenda({ goals, changesOfMind = [] }: GoalTask): Matter[] {
  return goals.map((goal, index) => ({
    index,
    goal,
    progress: 'open',
    raised: false,
    tries: 0,
    corrections: 0,
    passed: 'items' in goal && goal.items !== 'all' ? goal.items.map(() => 0) : [],
    mind: changesOfMind.find((change) => change.goal === index),
  }));
}

/** The next matter that is open; those whose condition does not hold are passed over. */
export function nextMatter(agenda: readonly Matter[]): Matter | undefined {
  for (const matter of agenda) {
    if (matter.progress !== 'open') continue;
    const condition = matter.goal.if;
    const on = condition && agenda[condition.goal]?.progress;
    if (!condition || on === condition.was) return matter;
    if (on !== 'open') matter.progress = 'skipped';
  }
  return undefined;
}

/** What the shopper is after at the moment: the goal, or what they begin with. */
export function currentGoal({ goal, mind }: Matter): Goal {
  if (!mind) return goal;
  const { first } = mind;
  if ('items' in first && 'items' in goal) return { ...goal, items: first.items };
  if ('order' in first && isOrderGoal(goal)) return { ...goal, order: first.order };
  if ('address' in first && 'address' in goal) return { ...goal, address: first.address };
  if ('method' in first && 'pay' in goal) return { ...goal, pay: { ...goal.pay, id: first.method } };
  if ('method' in first && 'refund' in goal) return { ...goal, refund: { ...goal.refund, id: first.method } };
  return goal;
}

/** The items of a goal: all of the order's where it names none. */
export function itemsOf(data: RetailData, goal: Goal): GoalItem[] {
  if (!('items' in goal)) return [];
  if (goal.items !== 'all') return goal.items;
  return found(data.orders, goal.order.number).items.map(({ item_id }) => ({ item: item_id }));
}

export const methodOf = (goal: Goal): string | undefined =>
  'pay' in goal ? goal.pay.id : 'refund' in goal ? goal.refund.id : undefined;

export type Mismatch = 'act' | 'order' | 'items' | 'target' | 'method' | 'address' | 'reason';

/** In what a question for consent differs from a matter; nothing where it is what the shopper wants. */
export function mismatches(data: RetailData, matter: Matter, terms: Terms): Mismatch[] {
  const goal = currentGoal(matter);
  if (terms.act !== goal.want) return ['act'];
  const wrong: Mismatch[] = [];
  if (isOrderGoal(goal) && terms.order !== undefined && terms.order !== goal.order.number)
    wrong.push('order');
  if (goal.want === 'cancel' && terms.reason !== undefined && terms.reason !== goal.reason)
    wrong.push('reason');
  if ('items' in goal) wrong.push(...itemMismatches(data, matter, goal, terms));
  if ('address' in goal && terms.address !== undefined && terms.address !== wantedAddress(goal.address))
    wrong.push('address');
  const method = methodOf(goal);
  if (method && !methodFits(data, goal, method, terms)) wrong.push('method');
  return wrong;
}

export const wantedAddress = ({ address1, address2, city, state, zip }: RetailAddress): string =>
  addressText([address1, address2, city, state, zip, 'US']);

/** A method that is not named is the one that paid the order. */
function methodFits(data: RetailData, goal: Goal, wanted: string, { methods, amount }: Terms): boolean {
  if (methods?.includes(wanted) || amount === 0) return true;
  if (methods !== undefined || !isOrderGoal(goal)) return false;
  return found(data.orders, goal.order.number).payment_history[0]?.payment_method_id === wanted;
}

function itemMismatches(
  data: RetailData,
  { passed }: Matter,
  goal: Extract<Goal, { items: unknown }>,
  { items }: Terms,
): Mismatch[] {
  if (!items) return [];
  const wanted = itemsOf(data, goal).filter((item, index) => stillWanted(data, goal, item, passed[index]));
  const sorted = (ids: string[]) => [...ids].sort().join();
  if (sorted(items.map(({ item }) => item)) !== sorted(wanted.map(({ item }) => item))) return ['items'];
  const fits = wanted.every((item, index) => {
    if (!item.to) return true;
    const to = items.find((each) => each.item === item.item)?.to;
    return to !== undefined && acceptable(data, goal.order.number, item, passed[index]).has(to);
  });
  return fits ? [] : ['target'];
}

/** An item for which nothing can be had within its price is left as it is. */
export function stillWanted(
  data: RetailData,
  goal: Extract<Goal, { items: unknown }>,
  item: GoalItem,
  passed = 0,
): boolean {
  if (!item.to || item.atMost === undefined) return true;
  return acceptable(data, goal.order.number, item, passed).size > 0;
}
