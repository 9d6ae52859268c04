import type { Intent } from '#protocol';
import type { Frame } from '../conversation/state.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import type { TurnContext } from './turn-context.ts';

/** From this confidence another request is taken for a change of topic. */
const switches = 0.55;
/** A question says more plainly that the topic changes: this is enough. */
const questionSwitches = 0.3;
/** Asks something: no answer to a question of ours. */
export const question =
  /^(?:(?:wait|hold on|ok|okay|and|but|so|also|actually|first|hey)[\s,]{1,3}){0,4}(?:where|when|how|what|which|why|who)\b|[?？]\s{0,4}$|什么时候|到哪|多少|怎么|吗$|呢$/iu;
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
/** Words that only a request has: more than a name or a number in answer to a question. */
export const asks =
  /\b(?:where|when|how|what|which|why|who|can|could|do|does|is|are|will|get|give|tell|show|track|cancel|return|refund|change|send|want|need|talk|speak|hurry|broken|invoice|help)\b|[?？]|哪|怎么|什么|多少|退|取消|查|改|坏|破|裂/iu;

/** A request other than the one under way, said outright. */
export function otherTopic(context: TurnContext, frame: Frame): Intent | undefined {
  const { intent, confidence } = context.understanding;
  const own = skillFor(frame.skill).intents.includes(intent);
  const { text } = context.turn;
  const asked = asks.test(text) || plain.includes(intent) || (confidence >= 0.85 && wordCount(text) >= 3);
  const enough = question.test(text) ? questionSwitches : switches;
  return !own && !answers.includes(intent) && asked && confidence >= enough ? intent : undefined;
}
