import type { ArticleAnswer } from '../../articles/index.ts';
import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { personButton } from './ways-out.ts';

/** What the shop's articles say to the request's words; what none answers is noted for the shop. */
export async function fromArticles(request: Request): Promise<ArticleAnswer | undefined> {
  const { services, question, language, intent, product, conversation, customer } = request;
  const answer = await services.articles.answer({
    question,
    language,
    topic: intent,
    ...(product && { products: [product.slug] }),
  });
  if (!answer) {
    const { name, email, addresses } = customer;
    const personal = [name, email, ...addresses.map(({ street }) => street)];
    await services.gaps.note({ conversation, question, language, intent, personal });
  }
  return answer;
}

/** The article's own sentences, and the article to read on. */
export const quoted = ({ article, passage }: ArticleAnswer): Content => ({
  lines: [['shop.quote', { words: passage.join(' ') }]],
  card: { kind: 'article', article },
});

export const notKnown = (): Content => ({ lines: [['shop.not_known']], buttons: [personButton()] });

/** How things work in this shop, in its own words. */
export const shopQuestion = defineSkill({
  intents: ['shop_question', 'store_info'],
  look: fromArticles,
  say: (_request, answer): Content => (answer ? quoted(answer) : notKnown()),
});
