import type { Intent } from '../../protocol/index.ts';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { cancelButton, noButton, yesButton } from '../skills/ways-out.ts';
import { isWhole } from '../slots/address.ts';
import { wordCount } from '../slots/length.ts';
import { advance, questionOf } from './advance.ts';
import { askOnce } from './ask.ts';
import { fill } from './fill.ts';
import { askAboutOrder, drop, narrowed, start } from './start.ts';
import { type Decision, requestFor, type Thinking } from './thinking.ts';

/** From this confidence another request is taken for a change of topic. */
const switches = 0.55;
/** A question says more plainly that the topic changes: this is enough. */
const questionSwitches = 0.3;
const question =
  /^(?:(?:wait|hold on|ok|okay|and|but|so|actually|first|hey)[\s,]+)*(?:where|when|how|what|which|why|who)\b|[?？]\s*$/iu;
/** A yes heard with less confidence than this changes nothing until it is repeated. */
const clearlyHeard = 0.4;

const answers: readonly Intent[] = [
  'affirm',
  'deny',
  'out_of_scope',
  'repeat_step',
  'next_step',
  'previous_step',
  'goto_step',
];
/** Said in any words, these are never an answer. */
const plain: readonly Intent[] = [
  'greeting',
  'thanks',
  'goodbye',
  'complaint',
  'human_agent',
  'bot_question',
];
const hesitates =
  /\b(?:but|wait|first|before|except|unless|hold on|actually|instead|think|maybe|not|later|check|guess|suppose|if)\b|但是|等等|先/iu;
/** Words that only a request has: more than a name or a number in answer to a question. */
export const asks =
  /\b(?:where|when|how|what|which|why|who|can|could|do|does|is|are|will|get|give|tell|show|track|cancel|return|refund|change|send|want|need|talk|speak|hurry|broken|invoice|help)\b|[?？]|哪|怎么|什么|多少|退|取消|查|改|坏|破|裂/iu;

/** A request other than the one under way, said outright. */
export function otherTopic(thinking: Thinking, frame: Frame): Intent | undefined {
  const { intent, confidence } = thinking.understanding;
  const own = skillFor(frame.skill).intents.includes(intent);
  const { text } = thinking.turn;
  const asked = asks.test(text) || plain.includes(intent) || (confidence >= 0.85 && wordCount(text) >= 3);
  const enough = question.test(text) ? questionSwitches : switches;
  return !own && !answers.includes(intent) && asked && confidence >= enough ? intent : undefined;
}

/** Takes what this turn gives the frame; the decision where that leaves something to ask. */
async function take(thinking: Thinking, frame: Frame): Promise<{ took: boolean; decision?: Decision }> {
  const filling = await fill(thinking, skillFor(frame.skill), frame.slots);
  const { slots, order, explicit } = narrowed(thinking, frame.skill, filling);
  const open = askAboutOrder(thinking, order);
  if (slots.address || explicit) Object.assign(frame.slots, slots);
  if (open) return { took: true, decision: open };
  if (frame.asking && slots[frame.asking] !== undefined) Object.assign(frame.slots, slots);
  return { took: explicit || Boolean(frame.asking && slots[frame.asking] !== undefined) };
}

async function unclear(thinking: Thinking, frame: Frame): Promise<Decision> {
  frame.misses++;
  const question = (await questionOf(thinking, frame)) ?? {
    lines: [['flow.not_caught']] as Content['lines'],
  };
  return { kind: 'say', intent: frame.skill, content: askOnce(question, frame) };
}

export function heardDoubtfully({ turn }: Thinking): boolean {
  const first = turn.words?.[0];
  return first !== undefined && first.confidence < clearlyHeard;
}

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
  return /\b(?:it|order)\b/i.test(thinking.turn.text) ? advance(thinking, true) : cancelWhat(thinking, frame);
}

/** "No, cancel it instead": a no with another request behind it. */
async function requestBehindNo(thinking: Thinking, frame: Frame): Promise<Intent | undefined> {
  const { cues } = thinking;
  if (!cues.no || cues.rest.length < 3) return undefined;
  return otherTopic({ ...thinking, understanding: await thinking.understand(cues.rest) }, frame);
}

/** More words than this behind a yes are no echo of it. */
const echo = 6;

/** An explicit yes, and nothing behind it that takes it back or asks something. A likely yes changes no order. */
const meansYes = ({ cues }: Thinking): boolean =>
  cues.yes && wordCount(cues.rest) <= echo && !hesitates.test(cues.rest) && !question.test(cues.rest);

const meansNo = ({ cues, understanding }: Thinking): boolean =>
  cues.no || (understanding.intent === 'deny' && understanding.confidence >= 0.6);

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
  if (meansYes(thinking))
    return heardDoubtfully(thinking) ? askYesAgain(thinking, frame) : advance(thinking, true);
  const instead = await requestBehindNo(thinking, frame);
  if (instead) {
    thinking.state.frames.pop();
    return start(thinking, instead);
  }
  if (topic && !cues.no) return start(thinking, topic);
  if (meansNo(thinking)) return drop(thinking);
  return comesBack(thinking, frame) ? askStill(thinking, frame) : unclear(thinking, frame);
}

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

async function askYesAgain(thinking: Thinking, frame: Frame): Promise<Decision> {
  const question = await questionOf(thinking, frame);
  return {
    kind: 'say',
    intent: frame.skill,
    content: {
      ...question,
      lines: [['flow.was_that_yes']],
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    },
  };
}

/** An answer to a question for a slot. */
export async function onAsking(thinking: Thinking, frame: Frame): Promise<Decision> {
  const { cues, turn } = thinking;
  if (cues.cancelThat) return drop(thinking);
  if (frame.guess && cues.yes && !hesitates.test(cues.rest)) {
    frame.slots.order = frame.guess;
    return advance(thinking);
  }
  const guessed = frame.guess;
  delete frame.guess;
  const topic = otherTopic(thinking, frame);
  const freely = frame.asking === 'address' || frame.asking === 'description';
  if (topic && (!freely || topic === 'human_agent')) return start(thinking, topic);
  const { took, decision } = await take(thinking, frame);
  if (decision) return decision;
  if (took) {
    if (frame.asking === 'address' && !isWhole(frame.slots.address ?? {})) frame.misses = 0;
    return advance(thinking);
  }
  if (topic && frame.asking !== 'description') return start(thinking, topic);
  if (guessed && cues.no) return advance(withoutOrder(thinking));
  if (cues.no && cues.rest.length < 3) return drop(thinking);
  if (frame.asking === 'description') {
    frame.slots.description = turn.text.slice(0, 500);
    return advance(thinking);
  }
  return unclear(thinking, frame);
}

/** The guess was wrong: ask afresh rather than fall back on the order spoken of before. */
function withoutOrder(thinking: Thinking): Thinking {
  delete thinking.state.lastOrder;
  return thinking;
}
