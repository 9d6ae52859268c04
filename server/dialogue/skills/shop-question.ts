import type { Intent, Language } from '#protocol';
import type { ArticleAnswer } from '../../articles/index.ts';
import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { personButton } from './ways-out.ts';

/** Asks for the rule as a whole, not for a point of it. */
const asksForRule =
  /\b(?:polic(?:y|ies)|rules?|terms|conditions)\b|\bhow (?:long|many days) (?:do|have|can|would) (?:i|we)\b(?!.{0,40}\b(?:wait|refund|money)\b)|政策|规定/iu;
/** What whoever asks for a rule mostly wants to know of it. */
const rules: Record<Language, Partial<Record<Intent, string>>> = {
  en: {
    return_refund: 'How many days do I have to return something after delivery?',
    cancel_order: 'Until when can I cancel an order?',
    price_match: 'What if I find the same product cheaper at another shop?',
    warranty_claim: 'How long is the guarantee?',
  },
  zh: {
    return_refund: '收到货后多少天内可以退货？',
    cancel_order: '什么时候之前可以取消订单？',
    warranty_claim: '保修多久？',
  },
};

/** What the shop's articles say to the request's words; what none answers is noted for the shop. */
export async function fromArticles(request: Request): Promise<ArticleAnswer | undefined> {
  const { services, question, language, intent, product, conversation, customer } = request;
  const asked = (words: string) =>
    services.articles.answer({
      question: words,
      language,
      topic: intent,
      ...(product && { products: [product.slug] }),
    });
  const rule = rules[language][intent];
  const answer = (rule && asksForRule.test(question) && (await asked(rule))) || (await asked(question));
  if (!answer) {
    const { name, email, addresses } = customer;
    const personal = [name, email, ...addresses.map(({ street }) => street)];
    await services.gaps.note({ conversation, question, language, intent, personal });
  }
  return answer;
}

/** The article's own sentences, said to be in another language where they are, and the article to read on. */
export const quoted = ({ article, passage }: ArticleAnswer, language: Language): Content => ({
  lines: [
    [article.language === language ? 'shop.quote' : 'shop.quote_foreign', { words: passage.join(' ') }],
  ],
  card: { kind: 'article', article },
});

export const notKnown = (): Content => ({ lines: [['shop.not_known']], buttons: [personButton()] });

/** How things work in this shop, in its own words. */
export const shopQuestion = defineSkill({
  intents: ['shop_question', 'store_info'],
  look: fromArticles,
  say: ({ language }, answer): Content => (answer ? quoted(answer, language) : notKnown()),
});
