import type { Intent } from '#protocol';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { cancelButton, noButton, yesButton } from '../skills/ways-out.ts';
import { advance, questionOf } from './advance.ts';
import { drop, start } from './start.ts';
import { take, unclear } from './take.ts';
import { otherTopic } from './topic.ts';
import { type Decision, requestFor, type TurnContext } from './turn-context.ts';
import { agree, meansNo, meansYes } from './yes.ts';

/** "Cancel that" while a cancellation waits for its yes means either: ask. */
async function cancelWhat(context: TurnContext, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(context, frame);
  const content: Content = {
    lines: [['cancel.which', order ? { order: order.number } : {}]],
    buttons: [
      { ...yesButton, label: ['choice.cancel_order'] },
      { ...noButton, label: ['choice.keep_order'] },
    ],
    expecting: 'confirmation',
  };
  return { kind: 'say', intent: frame.skill, content };
}

/** "Cancel that" and its like: the change, or the order when that is what the change is about. */
function onCancelThat(context: TurnContext, frame: Frame): Promise<Decision> {
  if (frame.skill !== 'cancel_order') return dropTelling(context, frame);
  return /\b(?:it|order)\b/i.test(context.turn.text) ? agree(context, frame) : cancelWhat(context, frame);
}

/** "No, cancel it instead": a no with another request behind it. */
async function requestBehindNo(context: TurnContext, frame: Frame): Promise<Intent | undefined> {
  const { cues } = context;
  if (!cues.no || cues.rest.length < 3) return undefined;
  return otherTopic({ ...context, understanding: await context.understand(cues.rest) }, frame);
}

/** "So shall I still change the address?": the same request again, with nothing new in it. */
const comesBack = ({ understanding, cues }: TurnContext, frame: Frame): boolean =>
  cues.back ||
  (skillFor(frame.skill).intents.includes(understanding.intent) && understanding.confidence >= 0.5);

async function askStill(context: TurnContext, frame: Frame): Promise<Decision> {
  const content = (await questionOf(context, frame)) ?? { lines: [] };
  return { kind: 'say', intent: frame.skill, content };
}

/** An answer to the repeat-back of a change: yes, no, a correction, or something else first. */
export async function onConfirming(context: TurnContext, frame: Frame): Promise<Decision> {
  const { cues } = context;
  if (cues.cancelThat) return onCancelThat(context, frame);
  const topic = cues.correction && !cues.no ? undefined : otherTopic(context, frame);
  if (!topic || cues.correction) {
    const { took, decision } = await take(context, frame);
    if (decision) return decision;
    if (took) return advance(context);
  }
  if (meansYes(context)) return agree(context, frame);
  const instead = await requestBehindNo(context, frame);
  if (instead) {
    context.state.frames.pop();
    return start(context, instead);
  }
  if (topic && !cues.no) return start(context, topic);
  if (meansNo(context)) return drop(context);
  return comesBack(context, frame) ? askStill(context, frame) : unclear(context, frame);
}

/** Lets the change go and says that the order itself stays. */
async function dropTelling(context: TurnContext, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(context, frame);
  const decision = await drop(context);
  if (decision.kind !== 'say' || !order) return decision;
  const { content } = decision;
  return {
    ...decision,
    content: {
      ...content,
      lines: [...content.lines, ['cancel.not_the_order', { order: order.number }]],
      buttons: [...(content.buttons ?? []), cancelButton(order)],
    },
  };
}
