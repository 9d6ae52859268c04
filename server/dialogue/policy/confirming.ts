import type { Intent } from '#protocol';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { cancelButton, noButton, yesButton } from '../skills/ways-out.ts';
import { advance, questionOf } from './advance.ts';
import { drop, start } from './start.ts';
import { take, unclear } from './take.ts';
import { type Decision, requestFor, type Thinking } from './thinking.ts';
import { otherTopic } from './topic.ts';
import { agree, meansNo, meansYes } from './yes.ts';

/** "Cancel that" while a cancellation waits for its yes means either: ask. */
async function cancelWhat(thinking: Thinking, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(thinking, frame);
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
function onCancelThat(thinking: Thinking, frame: Frame): Promise<Decision> {
  if (frame.skill !== 'cancel_order') return dropTelling(thinking, frame);
  return /\b(?:it|order)\b/i.test(thinking.turn.text) ? agree(thinking, frame) : cancelWhat(thinking, frame);
}

/** "No, cancel it instead": a no with another request behind it. */
async function requestBehindNo(thinking: Thinking, frame: Frame): Promise<Intent | undefined> {
  const { cues } = thinking;
  if (!cues.no || cues.rest.length < 3) return undefined;
  return otherTopic({ ...thinking, understanding: await thinking.understand(cues.rest) }, frame);
}

/** "So shall I still change the address?": the same request again, with nothing new in it. */
const comesBack = ({ understanding, cues }: Thinking, frame: Frame): boolean =>
  cues.back ||
  (skillFor(frame.skill).intents.includes(understanding.intent) && understanding.confidence >= 0.5);

async function askStill(thinking: Thinking, frame: Frame): Promise<Decision> {
  const content = (await questionOf(thinking, frame)) ?? { lines: [] };
  return { kind: 'say', intent: frame.skill, content };
}

/** An answer to the repeat-back of a change: yes, no, a correction, or something else first. */
export async function onConfirming(thinking: Thinking, frame: Frame): Promise<Decision> {
  const { cues } = thinking;
  if (cues.cancelThat) return onCancelThat(thinking, frame);
  const topic = cues.correction && !cues.no ? undefined : otherTopic(thinking, frame);
  if (!topic || cues.correction) {
    const { took, decision } = await take(thinking, frame);
    if (decision) return decision;
    if (took) return advance(thinking);
  }
  if (meansYes(thinking)) return agree(thinking, frame);
  const instead = await requestBehindNo(thinking, frame);
  if (instead) {
    thinking.state.frames.pop();
    return start(thinking, instead);
  }
  if (topic && !cues.no) return start(thinking, topic);
  if (meansNo(thinking)) return drop(thinking);
  return comesBack(thinking, frame) ? askStill(thinking, frame) : unclear(thinking, frame);
}

/** Lets the change go and says that the order itself stays. */
async function dropTelling(thinking: Thinking, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(thinking, frame);
  const decision = await drop(thinking);
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
