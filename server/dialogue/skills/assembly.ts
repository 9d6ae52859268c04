import type { Product } from '../../protocol/index.ts';
import type { Content, Line } from '../replies/content.ts';
import { defineSkill } from './define.ts';
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
  needs: [{ slot: 'product' }],
  say: ({ product }): Content => ({
    lines: product ? whatItTakes(product) : [],
    ...(product && { card: { kind: 'products', products: [product] } }),
    buttons: [personButton()],
  }),
});

/** "Next", "back", "step four", "show me part B" without a guide open. */
export const guideCommands = defineSkill({
  intents: ['next_step', 'previous_step', 'goto_step', 'show_part'],
  say: (): Content => ({
    lines: [['assembly.no_guide']],
    buttons: [
      {
        id: 'assembly',
        label: ['topic.assembly_help'],
        means: { do: 'start', skill: 'assembly_help', slots: {} },
      },
      personButton(),
    ],
  }),
});
