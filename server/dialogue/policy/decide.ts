import type { Intent } from '../../protocol/index.ts';
import type { Understanding } from '../contract.ts';
import type { Meaning } from '../conversation/state.ts';
import type { Button, Content } from '../replies/content.ts';
import { isSkill, skillFor } from '../skills/index.ts';
import { personButton } from '../skills/ways-out.ts';
import { findAddress } from '../slots/address.ts';
import { wordCount } from '../slots/length.ts';
import { findChoice } from '../slots/small.ts';
import { advance, conclude } from './advance.ts';
import { asks, heardDoubtfully, onAsking, onConfirming } from './answer.ts';
import { fill } from './fill.ts';
import { askAboutOrder, drop, start } from './start.ts';
import { currentFrame, type Decision, freshFrame, type Thinking } from './thinking.ts';

/** Below this confidence the two likeliest requests are offered instead of acting on one. */
const unsure = 0.4;
/** A request that only reads is answered from here, where no other comes near. */
const likely = 0.28;
const ahead = 0.1;
/** A request named with less than this may be offered as a guess. */
const faint = 0.08;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The button under the last reply that this turn presses, reads out or counts to. */
function pressed({ turn, state }: Thinking): Meaning | undefined {
  const said = plain(turn.text);
  const exact = state.offered.find(({ say, label }) => plain(say) === said || plain(label) === said);
  if (exact) return exact.means;
  const choices = state.offered.filter(({ means }) => means.do === 'fill' || means.do === 'start');
  const nth = findChoice(turn.text);
  return nth === undefined ? undefined : choices.at(nth)?.means;
}

async function onPressed(thinking: Thinking, means: Meaning): Promise<Decision | undefined> {
  const { state } = thinking;
  const frame = currentFrame(thinking);
  switch (means.do) {
    case 'start':
      return start(thinking, means.skill, means.slots);
    case 'fill': {
      if (!frame) return undefined;
      Object.assign(frame.slots, means.slots);
      delete frame.guess;
      return advance(thinking);
    }
    case 'drop':
      return drop(thinking);
    case 'affirm':
      if (frame?.guess) {
        frame.slots.order = frame.guess;
        return advance(thinking);
      }
      return frame?.stage === 'confirming' ? advance(thinking, true) : undefined;
    case 'deny':
      if (frame?.guess) {
        delete frame.guess;
        delete state.lastOrder;
        return advance(thinking);
      }
      return frame ? drop(thinking) : undefined;
  }
}

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
async function onRecent(thinking: Thinking): Promise<Decision | undefined> {
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

/** Yes or no with nothing asked: to the one way out that was offered, or to nothing. */
async function onLooseAnswer(thinking: Thinking): Promise<Decision | undefined> {
  const { cues, state } = thinking;
  if (!cues.yes && !cues.no) return undefined;
  if (cues.rest.length > 2) return undefined;
  const ways = state.offered.filter(({ means }) => means.do === 'start');
  const [way] = ways;
  if (cues.yes && way?.means.do === 'start' && ways.length === 1)
    return start(thinking, way.means.skill, way.means.slots);
  const content: Content = cues.no
    ? { lines: [['flow.anything_else']] }
    : {
        lines: [['flow.yes_to_what']],
        buttons: state.offered.map(({ id, label, means }) => again(id, label, means)),
      };
  return { kind: 'say', intent: cues.yes ? 'affirm' : 'deny', content };
}

const again = (id: string, label: string, means: Meaning): Button => ({
  id,
  label: ['choice.label', { label }],
  means,
});

const offerOf = (intent: Intent): Button => ({
  id: intent,
  label: [`topic.${intent}`],
  means: { do: 'start', skill: intent, slots: {} },
});

function isClear({ intent, confidence, ranking }: Understanding): boolean {
  if (!isSkill(intent) || intent === 'out_of_scope') return false;
  if (confidence >= unsure) return true;
  const next = ranking[1]?.probability ?? 0;
  return isOffered(intent) && !skillFor(intent).writes && confidence >= likely && confidence - next >= ahead;
}

/** "This is ridiculous, where is my desk?": the question in a complaint is what helps; the anger shows in the mood. */
function requestIn({ understanding, turn }: Thinking): Intent {
  const { intent, ranking } = understanding;
  if (intent !== 'complaint' || !/\b(?:where|when|how|what)\b|哪|什么时候/iu.test(turn.text)) return intent;
  const behind = ranking.find((each) => each.intent !== 'complaint');
  return behind && behind.probability >= faint && isOffered(behind.intent) ? behind.intent : intent;
}

/** A faint reading is enough where it is one of those just offered, or an address is given for it. */
function nudged({ state, understanding, turn, customer }: Thinking): Intent | undefined {
  const { intent, confidence } = understanding;
  if (confidence < likely - ahead / 2) return undefined;
  const offered = state.offered.some(({ means }) => means.do === 'start' && means.skill === intent);
  const addressed = intent === 'change_address' && findAddress(turn.text, customer.addresses) !== undefined;
  return (offered && state.expecting === 'choice') || addressed ? intent : undefined;
}

async function onRequest(thinking: Thinking): Promise<Decision> {
  const { understanding, state } = thinking;
  const { intent, ranking } = understanding;
  const clear = isClear(understanding) ? requestIn(thinking) : nudged(thinking);
  if (clear) {
    state.misses = 0;
    return start(thinking, clear);
  }
  state.misses++;
  if (state.misses >= 3)
    return {
      kind: 'say',
      intent: 'out_of_scope',
      content: { lines: [['flow.lost']], buttons: [personButton()], expecting: 'confirmation' },
    };
  const probable = ranking.filter((each) => isOffered(each.intent) && each.probability >= faint).slice(0, 2);
  const [first, second] = probable;
  if (intent === 'out_of_scope' || !first) return start(thinking, 'out_of_scope');
  return {
    kind: 'say',
    intent: 'out_of_scope',
    content: {
      lines: [second ? ['flow.which_of_two'] : ['flow.is_it_this']],
      buttons: [first, ...(second ? [second] : [])].map((each) => offerOf(each.intent)),
      expecting: 'choice',
    },
  };
}

const small: readonly Intent[] = [
  'affirm',
  'deny',
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'bot_question',
  'out_of_scope',
];
const isOffered = (intent: Intent) =>
  isSkill(intent) && !small.includes(intent) && !intent.endsWith('_step') && intent !== 'show_part';

/** What a turn comes to: the buttons first, then commands, then what was asked, then what is newly wanted. */
export async function decide(thinking: Thinking): Promise<Decision> {
  const { cues, state, understanding } = thinking;
  const means = pressed(thinking);
  const unheard = means?.do === 'affirm' && heardDoubtfully(thinking);
  const onButton = means && !unheard && (await onPressed(thinking, means));
  if (onButton) return onButton;
  const commanded = understanding.intent === 'repeat_step' && understanding.confidence >= unsure;
  if ((cues.repeat || commanded) && state.turns > 0) return { kind: 'again', intent: 'repeat_step' };
  const frame = currentFrame(thinking);
  if (cues.drop) return frame ? drop(thinking) : nothingToDrop(thinking);
  if (frame?.stage === 'confirming') return onConfirming(thinking, frame);
  if (frame?.stage === 'asking') return onAsking(thinking, frame);
  return (await onLooseAnswer(thinking)) ?? (await onRecent(thinking)) ?? onRequest(thinking);
}

async function nothingToDrop(thinking: Thinking): Promise<Decision> {
  return {
    kind: 'say',
    intent: 'deny',
    content: await conclude(thinking, { lines: [['flow.nothing_to_drop']] }),
  };
}
