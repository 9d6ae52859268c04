import { createHash, randomUUID } from 'node:crypto';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import type { TurnContext } from './turn-context.ts';

/** A question that nobody answered for this long has ended. */
const endsAfterMs = 10 * 60_000;
/** A yes heard with less confidence than this changes nothing until it is repeated. */
const clearlyHeard = 0.4;

/** A digest of all that a question says it will do: what it names on the card and in its words. */
const termsOf = ({ card, lines }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([card ?? null, lines.map(([, values]) => values ?? null)]))
    .digest('base64url')
    .slice(0, 22);

/** Notes what is being asked, so that a yes is to exactly this. */
export function putToShopper(frame: Frame, question: Content, { now, language }: TurnContext): void {
  frame.stage = 'confirming';
  frame.asked = { id: randomUUID(), terms: termsOf(question), at: now.toISOString(), language };
}

/** Whether the question as it would be put now says what was said when it was put. */
export const isAsAsked = (frame: Frame, question: Content): boolean =>
  frame.asked?.terms === termsOf(question);

/** The reply that carries a question is known once it is worded. */
export function sentWith(frame: Frame | undefined, reply: { id: string; speech: readonly string[] }): void {
  if (frame?.stage !== 'confirming' || !frame.asked) return;
  frame.asked.reply = reply.id;
  frame.asked.sentences = reply.speech.length;
}

/** Whether the words of an answer this short could as well have been others. */
export function heardDoubtfully({ turn }: TurnContext): boolean {
  const words = turn.words ?? [];
  const telling = words.length <= 3 ? words : words.slice(0, 1);
  return telling.some((word) => word.confidence < clearlyHeard);
}

/** Words that were together heard so badly that they may not have been said at all. */
const garbled = 0.7;

export function heardInDoubt({ turn: { source, words = [] } }: Pick<TurnContext, 'turn'>): boolean {
  if (source !== 'voice' || words.length === 0) return false;
  const sure = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  return sure < garbled;
}

/** Whether the question had reached the shopper, far enough to be understood, before they said this. */
function reached({ turn }: TurnContext, { asked }: Frame): boolean {
  const { heard } = turn;
  if (!asked || !heard) return asked !== undefined && turn.source !== 'choice';
  if (heard.reply !== asked.reply) return false;
  // Where it is spoken, the last sentence is the question: from there on it is known.
  return heard.sentences === undefined || heard.sentences >= (asked.sentences ?? 1) - 1;
}

/** Why a yes is no consent to what is waiting; undefined where it is. */
export function notConsent(
  context: TurnContext,
  frame: Frame,
): 'unheard' | 'undelivered' | 'ended' | undefined {
  if (!frame.asked || context.now.getTime() - Date.parse(frame.asked.at) > endsAfterMs) return 'ended';
  if (!reached(context, frame)) return 'undelivered';
  return heardDoubtfully(context) || inAnotherLanguage(context, frame) ? 'unheard' : undefined;
}

/** Words of another language than the question's: they may stand for anything. */
const inAnotherLanguage = ({ turn, language }: TurnContext, { asked }: Frame): boolean =>
  turn.source !== 'choice' && language !== asked?.language;
