import type { Reply } from '#protocol';
import type { Wanted } from './dialogue-file.ts';

const list = <T>(one: T | T[] | undefined): T[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one];

/** What is wrong with a reply, in words; nothing where it is as wanted. `numbers` are the orders' by their keys. */
export function checkReply(reply: Reply, wanted: Wanted, numbers: ReadonlyMap<string, string>): string[] {
  const words = [reply.text, ...reply.choices.map(({ label }) => label)].join(' | ');
  const kind = reply.card?.kind ?? null;
  const wrong: string[] = [];
  if (wanted.card !== undefined && !list(wanted.card).includes(kind))
    wrong.push(`card ${kind}, not ${list(wanted.card).join(' or ')}`);
  if (kind !== null && list(wanted.noCard).includes(kind)) wrong.push(`card ${kind}`);
  if (wanted.order) wrong.push(...aboutOthers(reply, words, wanted.order, numbers));
  for (const pattern of list(wanted.says))
    if (!matches(words, pattern)) wrong.push(`does not say /${pattern}/`);
  for (const pattern of list(wanted.never)) if (matches(words, pattern)) wrong.push(`says /${pattern}/`);
  if (wanted.expects && !list(wanted.expects).includes(reply.expecting))
    wrong.push(`expects ${reply.expecting}, not ${list(wanted.expects).join(' or ')}`);
  if (wanted.noConfirm && reply.expecting === 'confirmation') wrong.push('asks to confirm');
  return wrong;
}

const matches = (words: string, pattern: string) => new RegExp(pattern, 'iu').test(words);

function aboutOthers(
  { card }: Reply,
  words: string,
  wanted: string,
  numbers: ReadonlyMap<string, string>,
): string[] {
  const shown = JSON.stringify(card ?? '');
  const number = numbers.get(wanted);
  if (number === undefined) return [`there is no order called ${wanted}`];
  const wrong = (shown + words).includes(number) ? [] : [`not about ${wanted}`];
  if (card?.kind === 'orders') return wrong;
  const others = [...numbers].filter(([key, other]) => key !== wanted && shown.includes(other));
  return [...wrong, ...others.map(([key]) => `about ${key}`)];
}
