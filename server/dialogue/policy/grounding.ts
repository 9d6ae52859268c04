import type { Intent, Product } from '#protocol';
import { type Constraint, nounsOf, parseConstraints, productFact } from '../../catalogue/index.ts';
import { optionsSaid } from '../items/option-words.ts';
import { skillFor } from '../skills/index.ts';
import { quoted } from '../skills/shop-question.ts';
import { wordCount } from '../slots/length.ts';
import { literally, named } from '../slots/naming.ts';
import { findOrder } from '../slots/order.ts';
import { findLength } from '../slots/small.ts';
import { conclude } from './advance.ts';
import { orderContext, productsIn } from './fill.ts';
import { type Decision, freshFrame, type TurnContext } from './turn-context.ts';

/** Readings that are of goods one by one; the goods that are named decide between them. */
const ofGoods: ReadonlySet<Intent | undefined> = new Set([
  undefined,
  'product_info',
  'compare_products',
  'recommend_product',
  'place_order',
  'out_of_scope',
  'help',
  'bot_question',
  'shop_question',
  'track_order',
  'hurry_shipping',
]);
const compares =
  /\b(?:which|what|how|who|or|vs\.?|versus|compar\w{0,4}|differen\w{0,3}|better|than|against)\b|差|区别|不同|哪|比|还是/iu;
const own = /\b(?:my|our|mine|ordered|order|bought)\b|我的|我买|我订|订单/iu;
/** Has the form of a question. */
export const asksSomething =
  /^(?:[^\p{L}\p{N}]{0,3}(?:and|so|ok|hi|hello|hey|also|please|um|uh|well|but|quick question),? ){0,2}(?:what|how|when|where|which|who|why|can|could|do|does|did|is|are|will|would|may|am i|have you|has|any|got any)\b|[?？]\s{0,3}$|[吗呢么没]\s{0,3}[?？]?$|多少|多久|几|哪|怎么|什么|能不能|可不可以|有没有|是不是/iu;
/** The order with a thing in it, and not the thing. */
const ofOneOrder = /\b(?:my|the|this|that) (?:[\w-]{1,20} ){0,3}order\b|订单/iu;
const contrasts =
  /\b(?:instead|rather|not|wrong|should|swap|change|different|prefer|too late|wanted|want|possible|could)\b|换|改|不要|想要|能不能|可以/iu;

/**
 * What the goods, sizes and colours that are named say about an unsure reading: two products and a comparison, a product
 * and something that the catalogue knows of it, conditions that goods are looked for by, another colour of something
 * ordered.
 */
export async function groundedIn(
  context: TurnContext,
  read: Intent | undefined,
): Promise<Intent | undefined> {
  if (!ofGoods.has(read)) return undefined;
  const { turn, understanding } = context;
  const { text } = turn;
  const ofTheirs = read === 'track_order' || read === 'hurry_shipping';
  if (ofTheirs && (understanding.confidence >= 0.7 || own.test(text))) return undefined;
  if (read === 'product_info' && ofOneOrder.test(text) && namesOrder(context)) return 'track_order';
  if (await wantsOtherVariant(context)) return 'change_items';
  const products = await productsIn(context, text);
  if (products.length === 0) return undefined;
  const mentions = nounsOf(products).namedIn(text);
  const slugs = new Set(mentions.flatMap(({ slug }) => (slug === undefined ? [] : [slug])));
  if (slugs.size === 2 && compares.test(text)) return 'compare_products';
  if (looksForGoods(context, products, slugs.size)) return 'recommend_product';
  if (ofTheirs) return undefined;
  return isAboutProduct(context, read, products, slugs.size) ? 'product_info' : undefined;
}

/** A product is named, and something asked that the catalogue knows of it, or of nothing else that is theirs. */
function isAboutProduct(
  context: TurnContext,
  read: Intent | undefined,
  products: readonly Product[],
  byName: number,
): boolean {
  const { text } = context.turn;
  const [product] = named(text, products, (each) => each);
  if (!product) return false;
  const { act } = context.understanding;
  const asked = act.act.startsWith('ask') && act.probability >= 0.6;
  const isTold = (asked || asksSomething.test(text)) && knows(product, text);
  if (read !== undefined && read !== 'out_of_scope') return byName === 1 && isTold;
  return isTold || findLength(text) !== undefined || (asked && !namesOrder(context));
}

/** "Will the wardrobe fit": one that both know of. */
const isGiven = (constraints: readonly Constraint[], text: string): boolean =>
  constraints.some(
    (each) =>
      each.kind === 'noun' &&
      new RegExp(`\\b(?:the|this|that|your) (?:[\\w-]{1,20} ){0,2}${literally(each.said)}\\b`, 'iu').test(
        text,
      ),
  );

/** An order of theirs is named, by its number or what is in it. */
const namesOrder = (context: TurnContext): boolean =>
  findOrder(context.turn.text, context.turn.words, { ...orderContext(context), last: undefined }).kind !==
  'none';

/** Goods of a kind are named with what they have to be like, and not those of an order. */
function looksForGoods(context: TurnContext, products: readonly Product[], byName: number): boolean {
  const { text } = context.turn;
  if (byName > 0 || own.test(text)) return false;
  const { constraints, order } = parseConstraints(text, { language: context.language, products });
  const hasNoun = constraints.some((each) => each.kind === 'noun' && each.nouns.length > 0);
  const states = constraints.some(({ kind }) => kind !== 'noun' && kind !== 'room' && kind !== 'product');
  if (!hasNoun || !(states || order !== undefined) || isGiven(constraints, text)) return false;
  return unspecified.test(text) || !namesOrder(context);
}

const knows = (product: Product, text: string) => productFact(product, text) !== undefined;

/** Goods of a kind, and no particular ones. */
const unspecified =
  /\b(?:an?|any|some|something|anything|need|looking|after|want|got)\b|有没有|想买|想要|想给|要个|买个|推荐/iu;

/** "The wardrobe in white rather than oak": a thing of an order that is named, in a form that it does not have. */
async function wantsOtherVariant(context: TurnContext): Promise<boolean> {
  const { turn, orders, services, customer } = context;
  if (!contrasts.test(turn.text)) return false;
  const meant = named(turn.text, orders, ({ mainProduct }) => mainProduct).slice(0, 2);
  for (const { number } of meant) {
    const order = await services.orders.get(customer.id, number);
    for (const line of order?.lines ?? []) {
      if (named(turn.text, [line.product], (each) => each).length === 0) continue;
      const product = await services.catalogue.get(line.product.slug);
      const wanted = Object.entries(optionsSaid(turn.text, product?.variants ?? []));
      if (wanted.length > 0 && wanted.some(([name, value]) => line.options?.[name] !== value))
        return mineOrLate.test(turn.text);
    }
  }
  return false;
}

/** It is theirs, and not one they look for. */
const mineOrLate =
  /\b(?:my|mine|too late|instead|rather than|not (?:in )?\w{1,12}|wanted|should have|order\w{0,3}|swap|change)\b|我的|换|改|来得及/iu;

/** Goods of a kind, and not those that they have: "three wardrobes", "a mattress", "desks". */
function isAnyOf(noun: string, text: string): boolean {
  const thing = literally(noun.split(' ').at(-1) ?? noun);
  const counted = `\\b(?:an?|any|some|new|two|three|four|five|\\d{1,2}) (?:[\\w-]{1,20} ){0,2}${thing}(?:e?s)?\\b`;
  const plural = `(?<!\\b(?:my|the|our|these|those|both) (?:[\\w-]{1,20} )?)\\b${thing}e?s\\b`;
  return new RegExp(`${counted}|${plural}`, 'iu').test(text);
}

/** Asks for a rule as a whole: what that is taken for is known where the rule is. */
const ofRules = /\b(?:polic(?:y|ies)|terms and conditions)\b|政策|规定/iu;
const pointsAt = /\b(?:it|that|this|them|these|those)\b|它|这个|那个/iu;

/** From this confidence an article goes before a request that would have to ask first, and before a mere guess. */
const ruled = 0.8;
const ruledUnread = 0.7;

/** Requests for which an article may be the better answer, as long as no order of theirs is named. */
const mayBeRuled: ReadonlySet<Intent | undefined> = new Set([
  undefined,
  'return_refund',
  'refund_status',
  'delivery_options',
  'assembly_help',
  'product_info',
  'recommend_product',
  'place_order',
  'product_defect',
  'warranty_claim',
  'payment_invoice',
  'account',
  'subscription',
  'help',
  'out_of_scope',
  'bot_question',
]);

/**
 * A question that would lead to another question, or to a guess: what the shop's articles say goes first. None where an
 * order of theirs is named, or the catalogue knows the answer.
 */
export async function ruledFirst(
  context: TurnContext,
  read: Intent | undefined,
): Promise<Decision | undefined> {
  const { turn, services, language, understanding, state } = context;
  const { text } = turn;
  const asked = asksSomething.test(text) || understanding.act.act.startsWith('ask');
  if (!asked || !mayBeRuled.has(read) || wordCount(text) < 3 || ofRules.test(text)) return undefined;
  // "Can you get it here sooner" is of the order spoken of.
  if (read !== undefined && state.lastOrder !== undefined && pointsAt.test(text)) return undefined;
  const products = await productsIn(context, text);
  const [product] = named(text, products, (each) => each);
  if (namesOrder(context) && !(product && isAnyOf(product.noun, text))) return undefined;
  const isKnown =
    product !== undefined &&
    nounsOf(products)
      .namedIn(text)
      .some(({ slug }) => slug) &&
    knows(product, text);
  if (isKnown && read !== 'assembly_help') return undefined;
  const answer = await services.articles.answer({
    question: text,
    language,
    ...(read && { topic: read }),
    ...(product && { products: [product.slug] }),
  });
  if (!answer || answer.confidence < (read === undefined ? ruledUnread : ruled)) return undefined;
  state.frames.push(freshFrame(read && skillFor(read).needs.length === 0 ? read : 'shop_question', text));
  return { kind: 'say', intent: 'shop_question', content: await conclude(context, quoted(answer, language)) };
}
