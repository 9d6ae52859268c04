import type { Intent } from '#protocol';
import type { Understanding } from '../contract.ts';
import type { Button } from '../replies/content.ts';
import { isSkill, skillFor } from '../skills/index.ts';
import { personButton } from '../skills/ways-out.ts';
import { findAddress } from '../slots/address.ts';
import { named } from '../slots/naming.ts';
import { findLength } from '../slots/small.ts';
import { fill } from './fill.ts';
import { start } from './start.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** Below this confidence the two likeliest requests are offered instead of acting on one. */
const unsure = 0.4;
/** A request that only reads is answered from here, where no other comes near. */
const likely = 0.28;
const ahead = 0.1;
/** A request named with less than this may be offered as a guess. */
const faint = 0.08;

/** Answered in a sentence; to ask whether they are meant would be odd. */
const small: readonly Intent[] = ['greeting', 'thanks', 'goodbye', 'help', 'bot_question'];
const never: readonly Intent[] = [...small, 'affirm', 'deny', 'out_of_scope'];
const isOffered = (intent: Intent) =>
  isSkill(intent) && !never.includes(intent) && !intent.endsWith('_step') && intent !== 'show_part';

const offerOf = (intent: Intent): Button => ({
  id: intent,
  label: [`topic.${intent}`],
  means: { do: 'start', skill: intent, slots: {} },
});

function isClear({ intent, confidence, ranking }: Understanding): boolean {
  if (!isSkill(intent) || intent === 'out_of_scope') return false;
  if (confidence >= unsure) return true;
  const next = ranking[1]?.probability ?? 0;
  const harmless = small.includes(intent) || (isOffered(intent) && !skillFor(intent).writes);
  return harmless && confidence >= likely && confidence - next >= ahead;
}

/** "This is ridiculous, where is my desk?": the question in a complaint is what helps; the anger shows in the mood. */
function requestIn({ understanding, turn }: TurnContext): Intent {
  const { intent, ranking } = understanding;
  if (intent !== 'complaint' || !/\b(?:where|when|how|what)\b|哪|什么时候/iu.test(turn.text)) return intent;
  const behind = ranking.find((each) => each.intent !== 'complaint');
  return behind && behind.probability >= faint && isOffered(behind.intent) ? behind.intent : intent;
}

/** A faint reading is enough where it is one of those just offered, or an address is given for it. */
function nudged({ state, understanding, turn, customer }: TurnContext): Intent | undefined {
  const { intent, confidence } = understanding;
  if (confidence < likely - ahead / 2) return undefined;
  const offered = state.offered.some(({ means }) => means.do === 'start' && means.skill === intent);
  const addressed = intent === 'change_address' && findAddress(turn.text, customer.addresses) !== undefined;
  return (offered && state.expecting === 'choice') || addressed ? intent : undefined;
}

/** "Will the wardrobe fit in a 90 cm gap?": a product and a length together ask about its size, however they are put. */
async function measured({ turn, services }: TurnContext): Promise<Intent | undefined> {
  if (findLength(turn.text) === undefined) return undefined;
  const products = named(turn.text, await services.catalogue.all(), (each) => each);
  return products.length > 0 ? 'product_info' : undefined;
}

const waiting = /\b(?:late|delay\w*|still|waiting|hasn'?t|arriv\w*|not here)\b|晚|没到|还没/iu;

/** The order an unclear utterance names is the one that "it" means next. */
async function orderNamed(context: TurnContext): Promise<string | undefined> {
  const { order } = await fill(context, skillFor('track_order'));
  if (order.kind !== 'certain') return undefined;
  context.state.lastOrder = order.number;
  return order.number;
}

/** Begins what is newly asked for; offers the likeliest where that is not clear, and a person when it stays so. */
export async function onRequest(context: TurnContext): Promise<Decision> {
  const { understanding, state, turn } = context;
  const { intent, ranking } = understanding;
  const clear = isClear(understanding) ? requestIn(context) : (nudged(context) ?? (await measured(context)));
  if (clear) {
    state.misses = 0;
    return start(context, clear);
  }
  const named = await orderNamed(context);
  if (named && waiting.test(turn.text)) return start(context, 'track_order', { order: named });
  state.misses++;
  if (state.misses >= 3)
    return {
      kind: 'say',
      intent: 'out_of_scope',
      content: { lines: [['flow.lost']], buttons: [personButton()], expecting: 'confirmation' },
    };
  const probable = ranking.filter((each) => isOffered(each.intent) && each.probability >= faint).slice(0, 2);
  const [first, second] = probable;
  if (intent === 'out_of_scope' || !first) return start(context, 'out_of_scope');
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
