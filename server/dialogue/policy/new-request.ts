import { type Intent, intentTraits, isRequest, type RequestIntent } from '#protocol';
import type { Understanding } from '../contract.ts';
import type { Want } from '../meaning/read-meaning.ts';
import type { Button } from '../replies/content.ts';
import { called } from '../skills/define.ts';
import { isSkill, skillFor } from '../skills/index.ts';
import { quoted } from '../skills/shop-question.ts';
import { isOnItsWay, personButton, returnButton, trackButton, wasDelivered } from '../skills/ways-out.ts';
import { findAddress, isWhole } from '../slots/address.ts';
import { wordCount } from '../slots/length.ts';
import { isExplained } from './about.ts';
import { inOrder } from './agenda.ts';
import { fill } from './fill.ts';
import { asksSomething, groundedIn, ruledFirst } from './grounding.ts';
import { start, startWant } from './start.ts';
import { question } from './topic.ts';
import { type Decision, saying, type TurnContext } from './turn-context.ts';

/** Below this confidence the two likeliest requests are offered instead of acting on one. */
export const unsure = 0.4;
/** A request that only reads is answered from here, where no other comes near. */
const likely = 0.28;
const ahead = 0.1;
/** A request named with less than this may be offered as a guess. */
const faint = 0.08;

const isOffered = (intent: Intent): intent is RequestIntent => isSkill(intent) && isRequest(intent);

const offerOf = (intent: RequestIntent): Button => ({
  id: intent,
  label: [`topic.${intent}`],
  means: { do: 'start', skill: intent, slots: {} },
});

function isClear({ intent, confidence, ranking }: Understanding): boolean {
  if (!isSkill(intent) || intent === 'out_of_scope') return false;
  if (confidence >= unsure) return true;
  const next = ranking[1]?.probability ?? 0;
  const harmless = intentTraits[intent].kind === 'talk' || (isOffered(intent) && !skillFor(intent).writes);
  return harmless && confidence >= likely && confidence - next >= ahead;
}

/** "I don't want the express after all, put it back": the change made last, named and taken back, is one request. */
function takingBack({ meaning: { wants }, state: { recent } }: TurnContext): Want[] | undefined {
  const undo = wants.find(({ intent }) => intent === 'undo_change');
  const names = (intent: Intent) => intent === 'cancel_order' || intent === recent?.skill;
  const rest = wants.filter((want) => want !== undo);
  return undo && recent && rest.length > 0 && rest.every(({ intent }) => names(intent)) ? [undo] : undefined;
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

const waiting = /\b(?:late|delay\w*|still|waiting|hasn'?t|arriv\w*|not here)\b|晚|没到|还没/iu;

/** The order an unclear utterance names is the one that "it" means next. */
async function orderNamed(context: TurnContext): Promise<string | undefined> {
  const { order } = await fill(context, skillFor('track_order'));
  if (order.kind !== 'certain') return undefined;
  context.state.lastOrder = order.number;
  return order.number;
}

/** "Please don't cancel it": nothing was, and that is said, with how the order stands. */
export async function onRefusal(context: TurnContext): Promise<Decision | undefined> {
  const { meaning, state } = context;
  if (meaning.refused.length === 0 || meaning.wants.length > 0) return undefined;
  if (wordCount(meaning.wanted) >= 3) return undefined;
  state.misses = 0;
  const number = (await orderNamed(context)) ?? state.lastOrder;
  const order = number && (await context.services.orders.get(context.customer.id, number));
  return {
    kind: 'say',
    intent: 'deny',
    content: {
      lines: [order ? ['flow.not_done_order', called(order)] : ['flow.not_done']],
      ...(order && { card: { kind: 'order', order } }),
      buttons: order ? [trackButton(order)] : [],
    },
  };
}

/** Begins what is newly asked for; offers the likeliest where that is not clear, and a person when it stays so. */
export async function onRequest(context: TurnContext): Promise<Decision> {
  const { state, meaning } = context;
  const wants = takingBack(context) ?? meaning.wants;
  const beside = wants.length > 0 ? await askedBeside(context, wants) : [];
  if (wants.length + beside.length > 1) {
    state.misses = 0;
    return inOrder(context, [...wants.map((want) => () => startWant(context, want)), ...beside]);
  }
  const [want] = wants;
  const words = saying(context, want?.text ?? meaning.wanted, want?.understanding ?? meaning.understanding);
  const { understanding, turn } = words;
  const { intent, ranking } = understanding;
  const read = isClear(understanding) ? requestIn(words) : nudged(words);
  const toAddress = bringsAddress(words);
  if (toAddress) {
    state.misses = 0;
    return start(words, toAddress);
  }
  const clear = (await groundedIn(words, read)) ?? read;
  const ruled = await ruledFirst(words, clear);
  if (ruled) {
    state.misses = 0;
    return ruled;
  }
  const priced = priceOfOrder(words);
  if (priced) return start(words, 'order_facts', { order: priced });
  const told = await orderTold(words, clear);
  if (told) return start(words, 'track_order', { order: told });
  if (clear) {
    state.misses = 0;
    return startWant(context, {
      intent: clear,
      text: turn.text,
      understanding,
      asksHow: want?.asksHow ?? meaning.clauses.some(({ asksHow }) => asksHow),
    });
  }
  const instead = await unclearAnswered(context, words);
  if (instead) {
    state.misses = 0;
    return instead;
  }
  state.misses++;
  if (state.misses >= 3)
    return {
      kind: 'say',
      intent: 'out_of_scope',
      content: { lines: [['flow.lost']], buttons: [personButton()], expecting: 'confirmation' },
    };
  const probable = ranking
    .flatMap((each) => (isOffered(each.intent) && each.probability >= faint ? [each.intent] : []))
    .slice(0, 2);
  const [first, second] = probable;
  if (intent === 'out_of_scope' || !first) return start(words, 'out_of_scope');
  return {
    kind: 'say',
    intent: 'out_of_scope',
    content: {
      lines: [second ? ['flow.which_of_two'] : ['flow.is_it_this']],
      buttons: [first, ...(second ? [second] : [])].map(offerOf),
      expecting: 'choice',
    },
  };
}

/** What answers words that no request is read in. */
async function unclearAnswered(context: TurnContext, words: TurnContext): Promise<Decision | undefined> {
  const how = howItWorks(words);
  if (how) return startWant(context, how);
  return (
    (await unclearOrder(words)) ??
    (await numberAlone(words)) ??
    (await saidByTheShop(words)) ??
    pleasantry(context) ??
    (await askedOfTheShop(words))
  );
}

/** The order that words are about which ask for something else, or for nothing. */
const orderTold = async (words: TurnContext, clear: Intent | undefined): Promise<string | undefined> =>
  (await orderTroubled(words, clear)) ??
  (await orderNumbered(words, clear)) ??
  (await orderCalledSo(words, clear));

/** More questions beside the requests of one breath are not looked up. */
const mostBeside = 3;

/** Questions beside the requests that no request was read in, where the shop's articles answer them: nothing is lost. */
async function askedBeside(
  { meaning, services, language }: TurnContext,
  wants: Want[],
): Promise<(() => Promise<Decision>)[]> {
  const unread = meaning.clauses.filter(
    ({ text, negated, asksHow }) =>
      !negated &&
      (asksHow || question.test(text)) &&
      wordCount(text) >= 4 &&
      !wants.some((want) => want.text.includes(text)),
  );
  const answers = await Promise.all(
    unread.slice(0, mostBeside).map(({ text }) => services.articles.answer({ question: text, language })),
  );
  return answers.flatMap((answer) => {
    if (!answer) return [];
    const content = quoted(answer, language);
    return [async (): Promise<Decision> => ({ kind: 'say', intent: 'shop_question', content })];
  });
}

/** "Send 45192 to Hauptstraße 12": a street to send something to, however the rest is put. */
function bringsAddress({ turn, customer, understanding }: TurnContext): Intent | undefined {
  const { intent, confidence } = understanding;
  if (intent === 'change_default_address' || (elsewhere.has(intent) && confidence >= unsure))
    return undefined;
  const found = findAddress(turn.text, customer.addresses);
  if (!found) return undefined;
  const isNamed = found.to > found.from;
  const takesIt = isNamed ? sendsTo.test(turn.text) : sendsThere.test(turn.text);
  const isAddress = (isNamed && isWhole(found.parts)) || (takesIt && !question.test(turn.text));
  if (!isAddress) return undefined;
  return fromNowOn.test(turn.text) ? 'change_default_address' : 'change_address';
}

/** Requests in which a place is named that nothing is sent to. */
const elsewhere: ReadonlySet<Intent> = new Set([
  'delivery_instructions',
  'not_home',
  'collect_order',
  'not_received',
  'parcel_missing',
  'order_facts',
  'price_match',
]);
/** Not for one order, but for those to come. */
const fromNowOn =
  /\b(?:from now on|in (?:the )?future|future orders|going forward|every ?thing|all (?:my |of my |future )?orders|default|always|permanent\w{0,2}|as standard|usual address|main address|live (?:these days|now))\b|以后|默认|今后|长期|所有订单/iu;

const sendsThere =
  /\b(?:send|deliver|ship|redirect|bring|brought|sent|delivered|shipped)\b.{0,60}\b(?:to|at)\b|送到|寄到|改到|送去/iu;
const sendsTo = /\b(?:send|deliver|ship|redirect|bring|change|move|address|goes?|going)\b|送|寄|地址|改/iu;

/** A topic is read at least so far where the form alone says that it is asked how something works. */
const topicRead = 0.15;

/** A question of how a change works, faintly read: nothing is done on it, so the likeliest topic is enough to ask the articles. */
function howItWorks({ meaning, understanding, turn }: TurnContext): Want | undefined {
  if (!meaning.clauses.some(({ asksHow }) => asksHow)) return undefined;
  const [best] = understanding.ranking;
  const told = best && best.probability >= topicRead && isExplained(best.intent);
  return told ? { intent: best.intent, text: turn.text, understanding, asksHow: true } : undefined;
}

/** Nothing clear is asked, but an order of theirs that is still to come is named: how it stands is what helps. */
async function unclearOrder(context: TurnContext): Promise<Decision | undefined> {
  const number = await orderNamed(context);
  const order = context.orders.find((each) => each.number === number);
  if (!order || !(isOnItsWay(order) || waiting.test(context.turn.text))) return undefined;
  return start(context, 'track_order', { order: order.number });
}

/** A number of theirs stands in words that say nothing else: what about it? */
async function numberAlone(context: TurnContext): Promise<Decision | undefined> {
  const { orders, turn } = context;
  const order = orders.find(({ number }) => turn.text.includes(number.replace(/^\D+/, '')));
  if (!order || (await orderNamed(context)) !== order.number) return undefined;
  return {
    kind: 'say',
    intent: 'track_order',
    content: {
      lines: [['ask.what_about', called(order)]],
      card: { kind: 'orders', orders: [order] },
      buttons: [trackButton(order), ...(wasDelivered(order) ? [returnButton(order)] : [])],
    },
  };
}

/** What the shop's articles say to words that no request was read in. */
async function saidByTheShop({
  services,
  turn,
  language,
  orders,
}: TurnContext): Promise<Decision | undefined> {
  const isNumbered = orders.some(({ number }) => turn.text.includes(number.replace(/^\D+/, '')));
  if (wordCount(turn.text) < 3 || isNumbered) return undefined;
  const answer = await services.articles.answer({ question: turn.text, language });
  return answer && { kind: 'say', intent: 'shop_question', content: quoted(answer, language) };
}

/** A guess below this is none, where how things work is asked and no article says. */
const guess = 0.25;

/** Asks how things are here, and is like no request: that it is not known, with a line for the shop. */
async function askedOfTheShop(context: TurnContext): Promise<Decision | undefined> {
  const { turn, understanding } = context;
  const { act, ranking } = understanding;
  const asks = asksSomething.test(turn.text) || (act.act === 'ask_how' && act.probability >= 0.6);
  const likeliest = ranking.find(({ intent }) => isOffered(intent));
  if (!asks || wordCount(turn.text) < 4 || (likeliest?.probability ?? 0) >= guess) return undefined;
  return start(context, 'shop_question');
}

/** Thanks or a greeting in a longer breath that wants nothing. */
function pleasantry({ meaning }: TurnContext): Decision | undefined {
  const said = meaning.clauses.find(
    ({ understanding: { intent, confidence } }) => intentTraits[intent].kind === 'talk' && confidence >= 0.6,
  );
  const { act } = meaning.understanding;
  const thanks = said?.understanding.intent === 'thanks' || (act.act === 'thanks' && act.probability >= 0.5);
  if (!thanks) return undefined;
  return { kind: 'say', intent: 'thanks', content: { lines: [['talk.thanks']] } };
}

/** An order's number beside a request that takes no order: it is about that order. */
async function orderNumbered(context: TurnContext, clear: Intent | undefined): Promise<string | undefined> {
  if (clear && skillFor(clear).needs.some(({ slot }) => slot === 'order')) return undefined;
  if (!context.orders.some(({ number }) => context.turn.text.includes(number.replace(/^\D+/, ''))))
    return undefined;
  return orderNamed(context);
}

/** "Tell me about the bookcase order": the order, and not the thing that the shop sells. */
const callsItOrder =
  /\b(?:my [\w -]{0,30}|the [\w -]{0,30}|that [\w -]{0,30})(?:order|parcel|package)\b|订单|那(?:个)?单/iu;
const orderCalledSo = async (context: TurnContext, clear: Intent | undefined): Promise<string | undefined> =>
  clear === 'product_info' && callsItOrder.test(context.turn.text) ? orderNamed(context) : undefined;

const asksPrice =
  /^(?:(?:and|so|ok|okay|oh|but)[ ,]{1,2}){0,3}(?:how much (?:is|was|does|did) (?:it|that|this|that one|this one|the order)(?: cost| come to)?(?: (?:in total|altogether|again|then|by the way)){0,2}|what (?:does|did) (?:it|that) cost)[^\p{L}\p{N}]*$|^(?:那|它|这个|那个|这单|那单|一共|总共)*(?:是)?多少钱(?:买的|来着|呢|啊)*[^\p{L}\p{N}]*$/iu;

/** "How much is it", of an order that is spoken of and not of a product since. */
function priceOfOrder({ turn, state, orders }: TurnContext): string | undefined {
  const order = orders.find(({ number }) => number === state.lastOrder);
  const aside = state.lastProduct !== undefined && state.lastProduct !== order?.mainProduct.slug;
  return order && !aside && asksPrice.test(turn.text) ? order.number : undefined;
}

/** Feelings and complaints that name an order of theirs which is not there yet are about that order's coming. */
async function orderTroubled(context: TurnContext, clear: Intent | undefined): Promise<string | undefined> {
  if (clear !== undefined && clear !== 'complaint' && clear !== 'feedback') return undefined;
  const number = await orderNamed(context);
  const order = context.orders.find((each) => each.number === number);
  const troubled =
    clear !== undefined || context.understanding.mood.mood !== 'neutral' || waiting.test(context.turn.text);
  return order && isOnItsWay(order) && troubled ? number : undefined;
}
