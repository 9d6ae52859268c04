import type { Intent } from '../../protocol/index.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import { advance } from './advance.ts';
import { fill } from './fill.ts';
import { askAboutOrder } from './start.ts';
import { type Decision, freshFrame, type Thinking } from './thinking.ts';
import { asks } from './topic.ts';

const goesOn =
  /^(?:(?:no|and|oh|sorry|ok|okay|um+|uh+|well|actually)[\s,]+)*(?:and|what about|how about|not that|the other|i (?:meant|mean))\b|^(?:那|还有)/iu;

/** The skill that "no, the other one", "and the desk?" or a bare "45912" is for: the last one, where it takes orders. */
function followedSkill({ state, cues, understanding, turn }: Thinking): Intent | undefined {
  const { recent } = state;
  const taking =
    recent && skillFor(recent.skill).needs.some(({ slot }) => slot === 'order' || slot === 'product');
  const skill = taking ? recent.skill : 'track_order';
  if (/^[\s\d\-#so.]{4,12}$/i.test(turn.text)) return skill;
  if (goesOn.test(turn.text) || cues.other) return recent && skill;
  const elsewhere =
    understanding.confidence >= 0.55 && !skillFor(skill).intents.includes(understanding.intent);
  const other = asks.test(turn.text) && !skillFor(skill).intents.includes(understanding.intent);
  if (elsewhere || other) return undefined;
  const short = wordCount(turn.text) <= 6;
  return cues.correction || (short && understanding.confidence < 0.5) ? skill : undefined;
}

/** Goes on from the request answered last, for another order or address. */
export async function onRecent(thinking: Thinking): Promise<Decision | undefined> {
  const { state } = thinking;
  const skill = followedSkill(thinking);
  if (!skill) return undefined;
  const before = state.recent?.skill === skill ? state.recent.slots : {};
  const { slots, order } = await fill(thinking, skillFor(skill), before);
  if (order.kind === 'none' && !slots.address && !slots.product) return undefined;
  state.frames.push(
    freshFrame(skill, thinking.turn.text, { ...(before.address && { address: before.address }), ...slots }),
  );
  return askAboutOrder(thinking, order) ?? advance(thinking);
}
