import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { questionOf } from './advance.ts';
import { askOnce } from './ask.ts';
import { fill } from './fill.ts';
import { askAboutOrder, narrowed } from './start.ts';
import type { Decision, Thinking } from './thinking.ts';

/** Takes what this turn gives the frame; the decision where that leaves something to ask. */
export async function take(
  thinking: Thinking,
  frame: Frame,
): Promise<{ took: boolean; decision?: Decision }> {
  const filling = await fill(thinking, skillFor(frame.skill), frame.slots);
  const { slots, order, explicit } = narrowed(thinking, frame.skill, filling);
  const open = askAboutOrder(thinking, order);
  if (slots.address || explicit) Object.assign(frame.slots, slots);
  if (open) return { took: true, decision: open };
  if (frame.asking && slots[frame.asking] !== undefined) Object.assign(frame.slots, slots);
  return { took: explicit || Boolean(frame.asking && slots[frame.asking] !== undefined) };
}

/** Asks the frame's question once more. */
export async function unclear(thinking: Thinking, frame: Frame): Promise<Decision> {
  frame.misses++;
  const question = (await questionOf(thinking, frame)) ?? {
    lines: [['flow.not_caught']] as Content['lines'],
  };
  return { kind: 'say', intent: frame.skill, content: askOnce(question, frame) };
}
