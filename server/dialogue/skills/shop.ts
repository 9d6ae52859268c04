import type { Content } from '../replies/content.ts';
import { defineSkill } from './define.ts';
import { personButton } from './ways-out.ts';

/** What only the shop's own site or staff can answer or change: said plainly, with a person as the way on. */
export const account = defineSkill({
  intents: ['account'],
  say: ({ customer }): Content => ({
    lines: [['shop.account', { email: customer.email }]],
    buttons: [personButton()],
  }),
});

export const subscription = defineSkill({
  intents: ['subscription'],
  say: ({ customer }): Content => ({
    lines: [['shop.subscription', { email: customer.email }]],
    buttons: [personButton()],
  }),
});
