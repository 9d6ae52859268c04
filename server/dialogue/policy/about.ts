import { type Intent, intentTraits, isRequest } from '#protocol';
import type { Slots } from '../conversation/state.ts';
import type { Want } from '../meaning/read-meaning.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import { called, type Request } from '../skills/define.ts';
import { isSkill, skillFor } from '../skills/index.ts';
import { fromArticles, notKnown, quoted } from '../skills/shop-question.ts';
import { cancelButton, returnButton } from '../skills/ways-out.ts';
import { conclude } from './advance.ts';
import { fill } from './fill.ts';
import { type Decision, freshFrame, requestFor, type TurnContext } from './turn-context.ts';

/** What the shopper's own order answers, before the general rule: by when this one can go back, what this one gives back. */
async function ownTerms(
  request: Request,
  intent: Intent,
): Promise<{ lines: Line[]; buttons: Button[] } | undefined> {
  const { order, services, customer } = request;
  if (!order) return undefined;
  const options = await services.orders.options(customer.id, order.number);
  if (intent === 'return_refund' && options.return.allowed && options.return.until)
    return {
      lines: [
        ['return.until', { ...called(order), until: options.return.until, refund: options.return.refund }],
      ],
      buttons: [returnButton(order)],
    };
  if (intent === 'return_refund' && !options.return.allowed && options.return.reason === 'not_delivered') {
    const { returnWindowDays: days } = await services.orders.policies();
    if (days !== 'no_end')
      return { lines: [['return.not_not_delivered', { ...called(order), days }]], buttons: [] };
  }
  if (intent === 'cancel_order' && options.cancel.allowed)
    return {
      lines: [['cancel.would', { ...called(order), refund: options.cancel.refund }]],
      buttons: [cancelButton(order)],
    };
  return undefined;
}

/** What `explain` may answer from the shop's articles. */
export const isExplained = (intent: Intent): boolean =>
  intentTraits[intent].articlesFirst === true || (isSkill(intent) && skillFor(intent).confirms);

/** Points at the order spoken of: "how much is the return?". */
const spokenOf = /\b(?:it|that|this|the (?:return|refund|order|delivery))\b|它|这个/iu;

/** Questions in which a general rule decides, whatever the shopper's own order says. */
const ofTheRule =
  /\b(?:opened|unopened|used|policy|mattress|earbuds|who pays|fees?|charges?|postage|post|free|box\w*|packag\w*|packed|label|where do i|how do i|how does|pick\w* up|collect\w*)\b|政策|运费|谁(?:出|付)|要钱|收费|怎么/iu;

/** Answers how something works here and offers to do it; nothing is started. Undefined where asking and doing are one. */
export async function explain(
  context: TurnContext,
  want: Want,
  given: Slots = {},
): Promise<Decision | undefined> {
  const skill = skillFor(want.intent);
  const changes = skill.confirms || skill.writes;
  if ((!changes && !intentTraits[want.intent].articlesFirst) || want.intent === 'human_agent')
    return undefined;
  const slots = { ...(await fill(context, skill)).slots, ...given };
  if (!slots.order && spokenOf.test(want.text) && context.state.lastOrder)
    slots.order = context.state.lastOrder;
  const frame = { ...freshFrame(want.intent, want.text, slots), explained: true };
  const request = { ...(await requestFor(context, frame)), intent: want.intent };
  const content = await explanation(context, request, want, changes);
  if (!content) return undefined;
  context.state.frames.push(frame);
  context.state.misses = 0;
  if (slots.order) context.state.lastOrder = slots.order;
  return { kind: 'say', intent: want.intent, content: await conclude(context, content) };
}

/** The shopper's own terms where their order has them, what the shop's articles say, or that neither is known. */
async function explanation(
  context: TurnContext,
  request: Request,
  { intent, text }: Want,
  changes: boolean,
): Promise<Content | undefined> {
  const own = await ownTerms(request, intent);
  const answer = own && !ofTheRule.test(text) ? undefined : await answerOf(context, request, changes);
  const said = answer && quoted(answer, request.language);
  if (own) return { ...said, lines: [...(said?.lines ?? []), ...own.lines], buttons: own.buttons };
  if (said) return changes ? { ...said, buttons: [doing(request, intent)] } : said;
  if (!changes) return undefined;
  return (asksWhether.test(text) && (await whether(request, intent))) || notKnown();
}

/** What was asked about, to be done. */
const doing = ({ slots: { order } }: Request, skill: Intent): Button => ({
  id: skill,
  label: [isRequest(skill) ? `topic.${skill}` : 'topic.shop_question'],
  means: { do: 'start', skill, slots: order ? { order } : {} },
});

const asksWhether =
  /\b(?:possible|too late|allowed|able to|(?:can|could|may) (?:i|we|it|they|the|my|this|that|you))\b|能|可以|来得及/iu;

/** Whether it can be done to the order that is meant: why not, or that it can, and the way to have it done. */
async function whether(request: Request, intent: Intent): Promise<Content | undefined> {
  const { order } = request;
  if (!order) return undefined;
  const { refusal } = await skillFor(intent).prepare(request);
  if (refusal) return refusal;
  const buttons = [doing(request, intent)];
  return { lines: [['flow.possible', called(order)]], card: { kind: 'order', order }, buttons };
}

/** Only what would otherwise be done asks the articles in place of its own skill, and is missed where they are silent. */
async function answerOf({ services, language }: TurnContext, request: Request, changes: boolean) {
  if (changes) return fromArticles(request);
  const { question, intent, product } = request;
  return services.articles.answer({
    question,
    language,
    topic: intent,
    ...(product && { products: [product.slug] }),
  });
}
