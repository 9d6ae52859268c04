import type { Reply } from '#protocol';
import type { SpokenRequest } from './requests.ts';

/** How a request ended: as meant; with a question; with no words heard; or with something that was not meant. */
export type Outcome = 'right' | 'asked' | 'unheard' | 'wrong';

export function judge(
  replies: readonly Reply[],
  request: SpokenRequest,
  numbers: ReadonlyMap<string, string>,
): Outcome {
  const last = replies.at(-1);
  if (!last) return 'unheard';
  if (replies.some((reply) => isAsMeant(reply, request, numbers))) return 'right';
  const asks =
    last.expecting !== 'anything' || last.intent === 'out_of_scope' || last.intent === 'repeat_step';
  return asks && !isAboutAnother(last, request, numbers) ? 'asked' : 'wrong';
}

function isAsMeant(reply: Reply, request: SpokenRequest, numbers: ReadonlyMap<string, string>): boolean {
  if (!request.intents.includes(reply.intent)) return false;
  const shown = `${JSON.stringify(reply.card ?? '')} ${reply.text}`;
  if (request.says && !request.says.test(shown)) return false;
  if (!request.order) return reply.expecting !== 'order_number' || request.intents.includes('change_address');
  // A question whether that order was meant shows no card of it.
  if (!reply.card || reply.card.kind === 'orders') return false;
  return JSON.stringify(reply.card).includes(numbers.get(request.order) as string);
}

/** It goes on with an order that was not named. */
function isAboutAnother(reply: Reply, request: SpokenRequest, numbers: ReadonlyMap<string, string>): boolean {
  if (!reply.card || reply.card.kind === 'orders' || !request.order) return false;
  const shown = JSON.stringify(reply.card);
  return !shown.includes(numbers.get(request.order) as string);
}
