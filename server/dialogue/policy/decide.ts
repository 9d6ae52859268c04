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
import { currentFrame, type Decision, type TurnContext } from './turn-context.ts';
import { heardDoubtfully } from './yes.ts';

/** From this confidence "again" repeats the last reply. */
const saidAgain = 0.4;

/** What a turn comes to: the buttons first, then commands, then what was asked, then what is newly wanted. */
export async function decide(context: TurnContext): Promise<Decision> {
  const { cues, state, understanding } = context;
  const means = pressed(context);
  const unheard = means?.do === 'affirm' && heardDoubtfully(context);
  const onButton = means && !unheard && (await onPressed(context, means));
  if (onButton) return onButton;
  const onBuilding = await onGuide(context);
  if (onBuilding) return onBuilding;
  const commanded = understanding.intent === 'repeat_step' && understanding.confidence >= saidAgain;
  if ((cues.repeat || commanded) && state.turns > 0) return { kind: 'again', intent: 'repeat_step' };
  const frame = currentFrame(context);
  if (cues.drop) return frame ? drop(context) : nothingToDrop(context);
  if (frame?.stage === 'confirming') return onConfirming(context, frame);
  if (frame?.stage === 'asking') return onAsking(context, frame);
  return (
    (await onAllOrders(context)) ??
    (await onLooseAnswer(context)) ??
    (await onRecent(context)) ??
    onRequest(context)
  );
}

async function nothingToDrop(context: TurnContext): Promise<Decision> {
  return {
    kind: 'say',
    intent: 'deny',
    content: await conclude(context, { lines: [['flow.nothing_to_drop']] }),
  };
}
