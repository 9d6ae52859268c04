import { conclude } from './advance.ts';
import { onAllOrders } from './all-orders.ts';
import { onAsking } from './asking.ts';
import { onPressed, pressed } from './buttons.ts';
import { onConfirming } from './confirming.ts';
import { onRecent } from './follow.ts';
import { onGuide } from './guided.ts';
import { onLooseAnswer } from './loose-answer.ts';
import { onRequest } from './new-request.ts';
import { drop } from './start.ts';
import { currentFrame, type Decision, type Thinking } from './thinking.ts';
import { heardDoubtfully } from './yes.ts';

/** From this confidence "again" repeats the last reply. */
const saidAgain = 0.4;

/** What a turn comes to: the buttons first, then commands, then what was asked, then what is newly wanted. */
export async function decide(thinking: Thinking): Promise<Decision> {
  const { cues, state, understanding } = thinking;
  const means = pressed(thinking);
  const unheard = means?.do === 'affirm' && heardDoubtfully(thinking);
  const onButton = means && !unheard && (await onPressed(thinking, means));
  if (onButton) return onButton;
  const onBuilding = await onGuide(thinking);
  if (onBuilding) return onBuilding;
  const commanded = understanding.intent === 'repeat_step' && understanding.confidence >= saidAgain;
  if ((cues.repeat || commanded) && state.turns > 0) return { kind: 'again', intent: 'repeat_step' };
  const frame = currentFrame(thinking);
  if (cues.drop) return frame ? drop(thinking) : nothingToDrop(thinking);
  if (frame?.stage === 'confirming') return onConfirming(thinking, frame);
  if (frame?.stage === 'asking') return onAsking(thinking, frame);
  return (
    (await onAllOrders(thinking)) ??
    (await onLooseAnswer(thinking)) ??
    (await onRecent(thinking)) ??
    onRequest(thinking)
  );
}

async function nothingToDrop(thinking: Thinking): Promise<Decision> {
  return {
    kind: 'say',
    intent: 'deny',
    content: await conclude(thinking, { lines: [['flow.nothing_to_drop']] }),
  };
}
