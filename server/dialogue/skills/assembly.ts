import type { Language, Product } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { guidePlace } from './guide-place.ts';
import { helpAtStep } from './guide-steps.ts';
import { assemblyTime } from './product-facts.ts';
import { personButton } from './ways-out.ts';

/** A catalogue's facts are in the shop's own language; in the middle of a Chinese sentence only Chinese can be read out. */
const fits = (fact: string | undefined, language: Language): fact is string =>
  fact !== undefined && (language === 'en' || /\p{Script=Han}/u.test(fact));

function whatItTakes(product: Product, language: Language): Line[] {
  const lines: Line[] = [assemblyTime(product)];
  if (product.assemblyMinutes === 0) return lines;
  const { tools, people } = product.facts;
  if (fits(tools, language)) lines.push(['assembly.tools', { fact: tools }]);
  if (fits(people, language)) lines.push(['assembly.people', { fact: people }]);
  return lines;
}

export const assemblyHelp = defineSkill({
  intents: ['assembly_help'],
  needs: [{ slot: 'product', unless: async (request) => (await guidePlace(request)) !== undefined }],
  look: guidePlace,
  say: (request, place): Content => (place && !request.product ? helpAtStep(request, place) : takes(request)),
});

const takes = ({ product, language }: Request): Content => ({
  lines: product ? whatItTakes(product, language) : [],
  ...(product && { card: { kind: 'products', products: [product] } }),
  buttons: [personButton()],
});
