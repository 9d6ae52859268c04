import type { Product } from '../../protocol/index.ts';
import type { Content, Line } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { guidePlace } from './guide-place.ts';
import { stuck } from './guide-steps.ts';
import { assemblyTime } from './product-facts.ts';
import { personButton } from './ways-out.ts';

const whatItTakes = (product: Product): Line[] => {
  const { tools, people } = product.facts;
  return [
    assemblyTime(product),
    ...(tools && product.assemblyMinutes > 0 ? ([['assembly.tools', { fact: tools }]] satisfies Line[]) : []),
    ...(people && product.assemblyMinutes > 0
      ? ([['assembly.people', { fact: people }]] satisfies Line[])
      : []),
  ];
};

export const assemblyHelp = defineSkill({
  intents: ['assembly_help'],
  needs: [{ slot: 'product', unless: async (request) => (await guidePlace(request)) !== undefined }],
  look: guidePlace,
  say: (request, place): Content => (place && !request.product ? stuck(request, place) : takes(request)),
});

const takes = ({ product }: Request): Content => ({
  lines: product ? whatItTakes(product) : [],
  ...(product && { card: { kind: 'products', products: [product] } }),
  buttons: [personButton()],
});
