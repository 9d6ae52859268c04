import { advance, putNext } from './advance.ts';
import { onAllOrders } from './all-orders.ts';
import { onAsking } from './asking.ts';
import { onPressed, pressed } from './buttons.ts';
import { askAnew, onConfirming } from './confirming.ts';
import { heardDoubtfully, notConsent } from './consent.ts';
import { onRecent } from './follow.ts';
import { onGuide } from './guided.ts';
import { onLooseAnswer } from './loose-answer.ts';
import { onRefusal, onRequest } from './new-request.ts';
import { onOtherLanguage, onWhatNow, onWhy } from './side-questions.ts';
import { drop } from './start.ts';
import { currentFrame, type Decision, type TurnContext } from './turn-context.ts';
import { onWhichOfOrders } from './which-of-orders.ts';

/** From this confidence "again" repeats the last reply. */
const saidAgain = 0.4;

/** One rule of the policy: what it answers, or undefined where the turn is none of its. */
interface Rule {
  /** What the turn is, for whom reads the table. */
  name: string;
  decide(context: TurnContext): Decision | undefined | Promise<Decision | undefined>;
}

/** The policy: the first rule that has an answer decides. */
const rules: readonly Rule[] = [
  { name: 'presses a button, or reads its label out', decide: onButton },
  { name: 'speaks another language', decide: onOtherLanguage },
  { name: 'talks to the guide that is open', decide: onGuide },
  { name: 'asks to hear it again', decide: onRepeat },
  { name: 'lets go of what is under way', decide: onDrop },
  { name: 'asks why something is asked', decide: onWhy },
  {
    name: 'answers a question that waits for a yes',
    decide: (context) => inStage(context, 'confirming', onConfirming),
  },
  { name: 'answers a question for a value', decide: (context) => inStage(context, 'asking', onAsking) },
  { name: 'asks what is done about a trouble', decide: onWhatNow },
  { name: 'asks for all orders', decide: onAllOrders },
  { name: 'asks which of several orders', decide: onWhichOfOrders },
  { name: 'says yes or no to nothing', decide: onLooseAnswer },
  { name: 'goes on from the request before', decide: onRecent },
  { name: 'refuses, and wants nothing else', decide: onRefusal },
  { name: 'asks for something new', decide: onRequest },
];

/** What a turn comes to. */
export async function decide(context: TurnContext): Promise<Decision> {
  for (const rule of rules) {
    const decision = await rule.decide(context);
    if (decision) return decision;
  }
  throw new Error('The last rule of the policy answers everything.');
}

async function onButton(context: TurnContext): Promise<Decision | undefined> {
  const means = pressed(context);
  if (!means) return undefined;
  const frame = currentFrame(context);
  const answers = means.do === 'affirm' || means.do === 'deny';
  if (answers && frame?.stage === 'confirming') {
    const doubt = notConsent(context, frame);
    if (means.do === 'affirm' && doubt === 'unheard') return undefined;
    if (doubt === 'undelivered' || (means.do === 'affirm' && doubt === 'ended'))
      return askAnew(context, frame, [[`flow.asked_anew_${doubt}`]]);
    if (means.do === 'affirm') return advance(context, true);
  }
  if (means.do === 'affirm' && heardDoubtfully(context)) return undefined;
  return onPressed(context, means);
}

function onRepeat({ cues, understanding, state }: TurnContext): Decision | undefined {
  const commanded = understanding.intent === 'repeat_step' && understanding.confidence >= saidAgain;
  return (cues.repeat || commanded) && state.turns > 0 ? { kind: 'again', intent: 'repeat_step' } : undefined;
}

async function onDrop(context: TurnContext): Promise<Decision | undefined> {
  if (!context.cues.drop || context.meaning.wants.length > 0) return undefined;
  if (currentFrame(context)) return drop(context);
  return {
    kind: 'say',
    intent: 'deny',
    content: await putNext(context, { lines: [['flow.nothing_to_drop']] }),
  };
}

const inStage = (
  context: TurnContext,
  stage: 'asking' | 'confirming',
  answer: (context: TurnContext, frame: NonNullable<ReturnType<typeof currentFrame>>) => Promise<Decision>,
): Promise<Decision> | undefined => {
  const frame = currentFrame(context);
  return frame?.stage === stage ? answer(context, frame) : undefined;
};
