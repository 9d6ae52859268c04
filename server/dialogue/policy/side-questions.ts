import type { SlotName } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { isOnItsWay, personButton } from '../skills/ways-out.ts';
import { languageOf } from '../understanding/index.ts';
import { questionOf } from './advance.ts';
import { currentFrame, type Decision, type TurnContext } from './turn-context.ts';

const why =
  /\b(?:why|what) (?:do|would|did|are|is|should) (?:you|i|we|that|it) .{0,30}\b(?:need|ask\w*|want|know|have to|tell|give|for|matter|necessary|relevant)\b|^why[^\p{L}\p{N}]*$|\bwhat(?:'s| is) (?:that|it|this) (?:got to do|for)\b|为什么(?:要|需要|问|还要)|干嘛(?:要|问)/iu;

/** "Why do you need that?": told, and the question stands. */
export async function onWhy(context: TurnContext): Promise<Decision | undefined> {
  const frame = currentFrame(context);
  const { understanding, meaning } = context;
  const asked =
    why.test(meaning.text) || (understanding.intent === 'why_asked' && understanding.confidence >= 0.5);
  if (!frame || !asked || meaning.wants.some(({ intent }) => intent !== 'why_asked')) return undefined;
  const question = await questionOf(context, frame);
  if (!question) return undefined;
  const reasons: Partial<Record<SlotName, string>> = {
    ...(context.orders.length > 1 && { order: 'flow.why_order' }),
    address: 'flow.why_address',
  };
  const reason = (frame.asking && reasons[frame.asking]) ?? 'flow.why_other';
  return { kind: 'say', intent: 'why_asked', content: { ...question, lines: [[reason], ...question.lines] } };
}

const whatNow =
  /\bwhat (?:are|will|can|would|do) you (?:\w+ ){0,3}(?:do|doing|propose|suggest|offer)\b(?! you)|\bwhat (?:now|happens now|next then)\b|\bdo something\b|\bso what(?: now)?\b|\bhow (?:will|are|can|do) you (?:\w+ ){0,2}(?:fix|solve|sort|make (?:it|this) (?:right|up))\b|怎么办|怎么(?:处理|解决)|想想办法/iu;

/** "What are you going to do about it?": what can be done about the order that was spoken of. */
export function onWhatNow({ meaning, state, orders }: TurnContext): Decision | undefined {
  if (!whatNow.test(meaning.text) || meaning.wants.length > 1) return undefined;
  const order = orders.find(({ number }) => number === state.lastOrder);
  if (!order || !isOnItsWay(order)) return undefined;
  const content: Content = {
    lines: [['flow.what_now']],
    buttons: [
      personButton(order),
      {
        id: 'complaint',
        label: ['topic.complaint'],
        means: { do: 'start', skill: 'complaint', slots: { order: order.number } },
      },
    ],
  };
  return { kind: 'say', intent: 'complaint', content };
}

/** Languages that Hexkey says in their own words which ones it speaks. */
const greeted = ['es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'ru', 'ar', 'ja', 'ko', 'tr'] as const;
/** From here on a reading of the language may be acted on. */
const toldApart = 0.5;

/** Said in a language that is neither English nor Chinese: told once in that language, with a person to talk to. */
export function onOtherLanguage({ turn, meaning, state, understanding }: TurnContext): Decision | undefined {
  if (turn.source === 'choice' || state.toldLanguages) return undefined;
  const { language, confidence } = languageOf(turn.text);
  if (language === 'en' || language === 'zh' || confidence < toldApart) return undefined;
  if (meaning.wants.length > 0 && understanding.confidence >= 0.9) return undefined;
  state.toldLanguages = true;
  const own = greeted.find((each) => each === language) ?? 'other';
  return {
    kind: 'say',
    intent: 'out_of_scope',
    content: { lines: [[`language.${own}`]], buttons: [personButton()] },
  };
}
