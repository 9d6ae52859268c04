import type { Goal } from '../goal-file.ts';
import { type RetailData, variantOf } from '../retail-data.ts';
import { currentGoal, itemsOf, type Matter, type Mismatch, methodOf, stillWanted } from './agenda.ts';
import type { AskedFor } from './asked.ts';
import type { ShopperSpeech } from './speech.ts';
import { isOrderGoal } from './speech.ts';

export const wording = {
  yes: [
    'yes',
    'yes please',
    'Yes, go ahead.',
    'yep',
    'that’s right, yes',
    'sure, do it',
    'yes, that works',
    'correct, please do',
    'okay, go ahead',
    'yeah, sounds good',
  ],
  noThanks: ['no thanks', 'no, I don’t want that', 'no, leave that'],
  changesMind: ['actually,', 'hold on,', 'hmm, wait,', 'oh, I’ve changed my mind:'],
  drops: [
    'actually no, leave it as it is',
    'no, I’ve changed my mind, I’ll keep it',
    'hmm, no. forget about it',
    'on second thoughts, no, don’t do that',
  ],
  noPerson: ['I don’t want to talk to anybody, just do it here:', 'no, no colleague please.'],
  thenRather: ['then', 'okay, then', 'in that case', 'hmm, then I’d take'],
} as const;

export const ends = ['no, that’s all, thanks', 'nothing else, thank you', 'that was everything'];

const reasons: Record<string, string[]> = {
  'no longer needed': ['I don’t need it any more', 'I no longer need it', 'it’s no longer needed'],
  'ordered by mistake': ['I ordered it by mistake', 'it was ordered by mistake', 'that order was a mistake'],
};

/** What is told of the same item and target in one breath. */
function swaps(
  data: RetailData,
  speech: ShopperSpeech,
  matter: Matter,
  goal: Extract<Goal, { items: unknown }>,
): string {
  const parts = itemsOf(data, goal).flatMap((item, index) => {
    const target = item.to?.[Math.min(matter.passed[index] ?? 0, item.to.length - 1)];
    if (!isOrderGoal(goal) || !target || !stillWanted(data, goal, item, matter.passed[index])) return [];
    const product = variantOf(data, item.item).product.name.toLowerCase();
    return [
      `the ${speech.item(item, goal)} ${goal.want === 'exchange' ? 'for' : 'to'} ${speech.target(target, product)}`,
    ];
  });
  return parts.join(', and ');
}

/** The whole of a goal, as it is told at first (`full`) or without what will be asked anyway. */
function request(data: RetailData, speech: ShopperSpeech, matter: Matter, goal: Goal, full: boolean): string {
  switch (goal.want) {
    case 'info':
      return goal.ask;
    case 'cancel': {
      const why = full
        ? speech.any([', ', '. ', ' because ']) + speech.any(reasons[goal.reason] ?? [goal.reason])
        : '';
      return (
        speech.any([
          `I want to cancel ${speech.order(goal)}`,
          `please cancel ${speech.order(goal)}`,
          `can you cancel ${speech.order(goal)}`,
          `I'd like to cancel ${speech.order(goal)}`,
        ]) + why
      );
    }
    case 'return': {
      const what =
        goal.items === 'all'
          ? speech.any(['everything', 'all of it', 'the whole thing'])
          : speech.items(goal.items, goal);
      const why = goal.reason && full ? `. ${goal.reason}` : '';
      const to = full && !goal.refund.whenAsked ? `, refund to ${speech.method(goal.refund.id)}` : '';
      return speech.any([
        `I'd like to return ${what} from ${speech.order(goal)}${to}${why}`,
        `I want to send back ${what} of ${speech.order(goal)}${to}${why}`,
        `can I return ${what} from ${speech.order(goal)}${to}${why}`,
      ]);
    }
    case 'exchange':
    case 'modify_items':
      return swapRequest(data, speech, matter, goal, full);
    case 'modify_address': {
      const to = full ? ` to ${speech.address(goal.address)}` : '';
      return speech.any([
        `please change the delivery address of ${speech.order(goal)}${to}`,
        `I need to change the shipping address for ${speech.order(goal)}${to}`,
        `${speech.order(goal)} should go to another address${full ? `: ${speech.address(goal.address)}` : ''}`,
      ]);
    }
    case 'modify_payment':
      return speech.any([
        `I want to pay for ${speech.order(goal)} with ${speech.method(goal.pay.id)} instead`,
        `please change the payment of ${speech.order(goal)} to ${speech.method(goal.pay.id)}`,
        `can you switch the payment method for ${speech.order(goal)} to ${speech.method(goal.pay.id)}`,
      ]);
    case 'default_address':
      return speech.any([
        `please change my default address to ${speech.address(goal.address)}`,
        `I've moved, my address in your account should be ${speech.address(goal.address)}`,
      ]);
  }
}

function swapRequest(
  data: RetailData,
  speech: ShopperSpeech,
  matter: Matter,
  goal: Extract<Goal, { want: 'exchange' | 'modify_items' }>,
  full: boolean,
): string {
  const where = speech.order(goal);
  const pay =
    full && !goal.pay.whenAsked
      ? speech.any([
          `, and use ${speech.method(goal.pay.id)} for any difference`,
          `. Pay or refund with ${speech.method(goal.pay.id)}`,
        ])
      : '';
  if (!full) {
    const what = speech.items(goal.items, goal);
    return goal.want === 'exchange'
      ? speech.any([`I'd like to exchange ${what} from ${where}`, `I want to swap ${what} in ${where}`])
      : speech.any([`I need to change ${what} in ${where}`, `can I still change ${what} in ${where}`]);
  }
  const what = swaps(data, speech, matter, goal);
  return goal.want === 'exchange'
    ? speech.any([
        `I'd like to exchange ${what}, it's in ${where}${pay}`,
        `from ${where} I want to exchange ${what}${pay}`,
        `can you swap ${what}? That's ${where}${pay}`,
      ])
    : speech.any([
        `in ${where}, please change ${what}${pay}`,
        `I'd like to change ${what} in ${where}${pay}`,
        `could you modify ${where}: change ${what}${pay}`,
      ]);
}

/** A matter as it is brought up, others in the same breath; a correction in it where the shopper stumbles. */
export function openingWords(
  data: RetailData,
  speech: ShopperSpeech,
  matter: Matter,
  others: readonly Matter[],
  style: 'all_at_once' | 'bit_by_bit',
): string {
  const full = style === 'all_at_once';
  const first = request(data, speech, matter, currentGoal(matter), full);
  const parts = [first, ...others.map((other) => request(data, speech, other, other.goal, true))];
  if (matter.mind?.at === 'at_once') {
    const { first: begun } = matter.mind;
    matter.mind = undefined;
    const wrong: Mismatch[] =
      'items' in begun
        ? ['target']
        : 'method' in begun
          ? ['method']
          : 'address' in begun
            ? ['address']
            : ['order'];
    parts[0] = `${first}, ${speech.any(['no wait,', 'sorry, I mean', 'no, sorry,'])} ${correct(data, speech, matter, matter.goal, wrong)}`;
  }
  return parts.join(speech.any([', and ', '. Also, ', '. And ']));
}

/** The same once more, whole. */
export const restated = (data: RetailData, speech: ShopperSpeech, matter: Matter, goal: Goal): string =>
  request(data, speech, matter, goal, true);

/** What was asked for. */
export function slotAnswer(
  data: RetailData,
  speech: ShopperSpeech,
  matter: Matter,
  goal: Goal,
  asked: AskedFor,
): string {
  const method = methodOf(goal);
  if (asked === 'order' && isOrderGoal(goal)) return speech.orderAnswer(goal);
  if (asked === 'method' && method) return speech.method(method);
  if (asked === 'address' && 'address' in goal) return speech.address(goal.address);
  if (asked === 'reason') return reasonOf(speech, goal);
  if (asked === 'target' && 'items' in goal) {
    const targets = itemsOf(data, goal).flatMap((item, index) => {
      const target = item.to?.[Math.min(matter.passed[index] ?? 0, item.to.length - 1)];
      return target ? [{ item, target }] : [];
    });
    const [only] = targets;
    if (only && targets.length === 1)
      return speech.target(only.target, variantOf(data, only.item.item).product.name.toLowerCase());
    if (targets.length > 1 && isOrderGoal(goal)) return swaps(data, speech, matter, goal);
  }
  if (asked === 'items' && 'items' in goal && isOrderGoal(goal))
    return goal.items === 'all' ? 'all of them' : speech.items(goal.items, goal);
  return restated(data, speech, matter, goal);
}

function reasonOf(speech: ShopperSpeech, goal: Goal): string {
  if (goal.want === 'cancel') return speech.any(reasons[goal.reason] ?? [goal.reason]);
  if (goal.want === 'return' && goal.reason) return goal.reason;
  return speech.any(['I just don’t like it', 'it isn’t what I expected', 'I’d rather not say']);
}

/** What was wrong, put right. */
export function correct(
  data: RetailData,
  speech: ShopperSpeech,
  matter: Matter,
  goal: Goal,
  wrong: readonly Mismatch[],
): string {
  if (wrong.includes('act')) return request(data, speech, matter, goal, true);
  const method = methodOf(goal);
  const parts: string[] = [];
  if (wrong.includes('reason')) parts.push(reasonOf(speech, goal));
  if (wrong.includes('order') && isOrderGoal(goal))
    parts.push(speech.any([`I meant ${goal.order.number}`, `order ${goal.order.number}`]));
  if (wrong.includes('items') && 'items' in goal && isOrderGoal(goal)) {
    if (goal.want === 'return')
      parts.push(
        goal.items === 'all'
          ? 'all of it'
          : speech.any([
              `I want to return ${speech.items(goal.items, goal)}`,
              `it's ${speech.items(goal.items, goal)} that should go back`,
            ]),
      );
    else parts.push(swaps(data, speech, matter, goal));
  } else if (wrong.includes('target') && 'items' in goal)
    parts.push(slotAnswer(data, speech, matter, goal, 'target'));
  if (wrong.includes('address') && 'address' in goal)
    parts.push(`send it to ${speech.address(goal.address)}`);
  if (wrong.includes('method') && method)
    parts.push(
      speech.any([
        `use ${speech.method(method)}`,
        `with ${speech.method(method)}`,
        `I want it on ${speech.method(method)}`,
      ]),
    );
  return parts.length > 0 ? parts.join(', ') : request(data, speech, matter, goal, true);
}
