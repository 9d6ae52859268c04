import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import { questionOf } from './advance.ts';
import { askOnce } from './ask.ts';
import { fill } from './fill.ts';
import { addSaid } from './refining.ts';
import { askAboutOrder, narrowed } from './start.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** Takes what this turn gives the frame; the decision where that leaves something to ask. */
export async function take(
  context: TurnContext,
  frame: Frame,
): Promise<{ took: boolean; decision?: Decision }> {
  const filling = await fill(context, skillFor(frame.skill), frame.slots);
  const { slots, order, explicit } = narrowed(context, frame.skill, filling);
  const open = askAboutOrder(context, order);
  const { refines } = skillFor(frame.skill);
  if (refines && frame.stage === 'confirming' && wordCount(context.turn.text) > 0)
    addSaid(frame, context.turn.text);
  if (slots.address || explicit) Object.assign(frame.slots, slots);
  if (open) return { took: true, decision: open };
  if (frame.asking && slots[frame.asking] !== undefined) Object.assign(frame.slots, slots);
  return { took: explicit || Boolean(frame.asking && slots[frame.asking] !== undefined) };
}

/** Asks the frame's question once more. */
export async function unclear(context: TurnContext, frame: Frame): Promise<Decision> {
  frame.misses++;
  const question = (await questionOf(context, frame)) ?? {
    lines: [['flow.not_caught']] as Content['lines'],
  };
  return { kind: 'say', intent: frame.skill, content: askOnce(question, frame) };
}
