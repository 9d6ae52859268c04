import type { Intent } from '#protocol';
import type { Frame } from '../conversation/state.ts';
import { plainRequest } from '../meaning/plain-requests.ts';
import type { Want } from '../meaning/read-meaning.ts';
import { skillFor } from '../skills/index.ts';
import { longestDescription, wordCount } from '../slots/length.ts';
import { requestFor, type TurnContext } from './turn-context.ts';

/** Adds what was said of a request to what was said of it before; where it grows too long the oldest goes. */
export function addSaid(frame: Frame, text: string): void {
  const before = frame.slots.description;
  frame.slots.description = [before, text.replaceAll('\n', ' ')]
    .filter(Boolean)
    .join('\n')
    .slice(-longestDescription);
}

/** One word for the other: things are exchanged once they are there and changed before they leave. */
const siblings: ReadonlySet<Intent> = new Set(['exchange_item', 'change_items', 'change_payment']);
/** From this confidence a longer utterance is another request, whatever it names. */
const sure = 0.9;

/**
 * Whether an utterance says something of the request that is under way, though a reading of its words alone may take it for
 * another one: "the black one, 500 ml", "no, the kettle for a glass one".
 */
export async function refinesRequest(
  context: TurnContext,
  frame: Frame,
  wants: readonly Want[],
): Promise<boolean> {
  const skill = skillFor(frame.skill);
  const { text } = context.turn;
  if (!skill.answers || asksSomething.test(text) || namesOther(context, frame)) return false;
  if (isElsewhere(frame, wants)) return false;
  return skill.answers(await requestFor(context, frame), text);
}

/** Wants to know something, and says nothing of what is wanted: "is the black one in stock?". */
const asksSomething =
  /^(?:(?:wait|hold on|ok|okay|and|but|so|also|actually|first|hey)[\s,]{1,3}){0,4}(?:where|when|how|what|which|why|who)\b|^(?:is|are|do|does|did|has|have|was|were|will)\b.{0,300}[?？]\s{0,4}$|什么时候|到哪|多少|怎么|吗[?？]?$/iu;

/** Another of their orders is named by its number. */
const namesOther = ({ orders, turn }: TurnContext, { slots }: Frame): boolean =>
  orders.some(
    ({ number }) =>
      number !== slots.order && turn.text.includes(number.replace(/^[^\p{L}\p{N}]*\p{L}*/u, '')),
  );

function isElsewhere({ skill }: Frame, wants: readonly Want[]): boolean {
  const own = skillFor(skill).intents;
  return wants.some(({ intent, text, understanding }) => {
    if (own.includes(intent) || (siblings.has(skill) && siblings.has(intent))) return false;
    const plain = plainRequest(text);
    if (plain && own.includes(plain)) return false;
    return plain === intent || (understanding.confidence >= sure && wordCount(text) > 4);
  });
}
