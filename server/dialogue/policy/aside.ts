import { productFact } from '../../catalogue/index.ts';
import type { Frame } from '../conversation/state.ts';
import type { Content } from '../replies/content.ts';
import type { Request } from '../skills/define.ts';
import { answerAbout } from '../skills/product-facts.ts';
import { fromArticles, notKnown, quoted } from '../skills/shop-question.ts';
import { wordCount } from '../slots/length.ts';
import { putNext } from './advance.ts';
import { question } from './topic.ts';
import { type Decision, requestFor, type TurnContext } from './turn-context.ts';

/** Fewer words than this ask nothing of their own: "the router?" answers. */
const asksSomething = 3;

/** Asks what the shop does rather than what the goods are. */
const ofYou = /\b(?:you|your|you're)\b|你们|您/iu;

/**
 * A question beside what is asked, which no request was read in: answered from what is known of the goods that are spoken
 * of and from the shop's articles, or owned up to; then what was asked comes back.
 */
export async function onAside(context: TurnContext, frame: Frame): Promise<Decision | undefined> {
  const { meaning } = context;
  const asks = question.test(meaning.text) || meaning.clauses.some(({ asksHow }) => asksHow);
  if (!asks || wordCount(meaning.text) < asksSomething) return undefined;
  const request = { ...(await requestFor(context, frame)), question: meaning.text, intent: frame.skill };
  const shopFirst = ofYou.test(meaning.text) ? await fromArticles(request) : undefined;
  const content = shopFirst
    ? quoted(shopFirst, request.language)
    : ((await ofTheGoods(request)) ?? (await ofTheShop(request)));
  return { kind: 'say', intent: 'shop_question', content: await putNext(context, content) };
}

async function ofTheGoods({ services, order, product, question: asked, language }: Request) {
  const goods = product ?? (order && (await services.catalogue.get(order.mainProduct.slug)));
  if (!goods || productFact(goods, asked) === undefined) return undefined;
  const content: Content = {
    lines: answerAbout(asked, goods, language),
    card: { kind: 'products', products: [goods] },
  };
  return content;
}

async function ofTheShop(request: Request): Promise<Content> {
  const answer = await fromArticles(request);
  return answer ? quoted(answer, request.language) : notKnown();
}
