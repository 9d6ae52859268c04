import type { Intent } from '#protocol';
import { withoutRanges } from '../meaning/self-corrections.ts';
import type { Need } from '../skills/define.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import { goodsNamedIn, isNameAlone } from '../slots/naming.ts';
import { explain } from './about.ts';
import { advance } from './advance.ts';
import { fill, productsIn } from './fill.ts';
import { askAboutOrder, start } from './start.ts';
import { asks } from './topic.ts';
import { type Decision, freshFrame, saying, type TurnContext } from './turn-context.ts';

const goesOn =
  /^(?:(?:no|and|oh|sorry|ok|okay|um+|uh+|well|actually)[\s,]+)*(?:and|what about|how about|same (?:for|with)|not that|the other|i (?:meant|mean))\b|^(?:那|还有)|呢[?？。]?$/iu;
/** "The first one", "the one before that", "后面那个呢": nothing but a place among those told of. */
const placeAlone =
  /^(?:(?:and|ok|okay|oh|so|what about|how about|then|now)[\s,]+){0,3}(?:the )?(?:(?:first|second|third|fourth|last|previous|other|latter|former|1st|2nd|3rd)(?: (?:one|order))?|one before (?:that|it|this))(?: (?:then|please|too|as well))?[^\p{L}\p{N}]*$|^(?:那|还有)?(?:第[一二三四](?:个|单)|最后一?个|(?:前|后)(?:者|面那个)|上一个)呢?[^\p{L}\p{N}]*$/iu;

/** Something offered just now that a product or an order is wanted for. */
const invited = ({ state }: TurnContext): Intent | undefined =>
  state.offered
    .flatMap(({ means }) => (means.do === 'start' ? [means.skill] : []))
    .find((skill) => skillFor(skill).needs.some((need) => isThing(need) && !need.optional));

const isThing = ({ slot }: Need) => slot === 'order' || slot === 'product';

/** The skill that "no, the other one", "and the desk?" or a bare "45912" is for: the last one, where it takes orders. */
function followedSkill(context: TurnContext, isNamed: boolean): Intent | undefined {
  const { state, cues, understanding, turn } = context;
  const { recent } = state;
  const taking = recent && skillFor(recent.skill).needs.some(isThing);
  const skill = taking ? recent.skill : 'track_order';
  if (isNamed) return invited(context) ?? skill;
  if (/^[\s\d\-#so.]{4,12}$/i.test(turn.text) || (recent && placeAlone.test(turn.text))) return skill;
  if (goesOn.test(turn.text) || cues.other) return asksAnother(context, skill) ? undefined : recent && skill;
  const elsewhere =
    understanding.confidence >= 0.55 && !skillFor(skill).intents.includes(understanding.intent);
  const other = asks.test(turn.text) && !skillFor(skill).intents.includes(understanding.intent);
  if (elsewhere || other) return undefined;
  const short = wordCount(turn.text) <= 6;
  return cues.correction || (short && understanding.confidence < 0.5) ? skill : undefined;
}

/** From this confidence a question behind "and" is one of its own: "and how much was it". */
const ownQuestion = 0.7;
const whatAbout = /\b(?:what|how) about\b/gi;
const asksPlainly =
  /\b(?:where|when|how (?:much|many|long|do|can|is|was|did)|which|why|who|can|could|will|did|does|is|are|cancel|return|refund|change|send)\b|多少|什么时候|几天|怎么|哪|能不能|取消|退/iu;

/** Asks for something else, and says what in words of its own. */
function asksAnother({ understanding, turn }: TurnContext, skill: Intent): boolean {
  const { intent, confidence } = understanding;
  return (
    confidence >= ownQuestion &&
    !skillFor(skill).intents.includes(intent) &&
    asksPlainly.test(turn.text.replace(whatAbout, ''))
  );
}

/** Goes on from the request answered last, for another order or address. */
export async function onRecent(whole: TurnContext): Promise<Decision | undefined> {
  if (whole.meaning.wants.length > 1) return undefined;
  const context = saying(whole, whole.meaning.wanted, whole.meaning.understanding);
  const { state, turn } = context;
  const isNamed = isNameAlone(turn.text, await productsIn(context, turn.text));
  const skill = followedSkill(context, isNamed);
  if (!skill) return undefined;
  const before = state.recent?.skill === skill ? state.recent.slots : {};
  const { slots, order } = await fill(context, skillFor(skill), before);
  if (order.kind === 'none' && !slots.address && !slots.product)
    return isNamed ? start(context, 'product_info') : undefined;
  const question = sameAbout(context, skill, isNamed);
  const given = { ...(before.address && { address: before.address }), ...slots };
  if (state.recent?.explained && state.recent.skill === skill) {
    const want = { intent: skill, text: question, understanding: context.understanding, asksHow: true };
    const explained = await explain(context, want, given);
    if (explained) return explained;
  }
  state.frames.push(freshFrame(skill, question, given));
  return askAboutOrder(context, order) ?? advance(context);
}

/** The question of before, of what is named now: its own goods and numbers give way. */
function sameAbout({ state, turn, orders }: TurnContext, skill: Intent, isNamed: boolean): string {
  const before = state.recent?.skill === skill ? state.recent.question : undefined;
  if (before === undefined || !(isNamed || placeAlone.test(turn.text) || numberAlone.test(turn.text)))
    return turn.text;
  const goods = goodsNamedIn(
    before,
    orders.map(({ mainProduct }) => mainProduct),
  );
  return `${withoutRanges(before, goods).replace(/\d{4,}/g, '')} ${turn.text}`;
}

const numberAlone =
  /^(?:(?:and|ok|okay|what about|how about|same for|then)[\s,]+){0,3}(?:order |number |so-?|#){0,3}[\d -]{4,12}[^\p{L}\p{N}]*$/iu;
