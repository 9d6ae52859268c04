import { describe, expect, it } from 'vitest';
import type { PaymentMethod } from '#protocol';
import { blanked } from './mentions.ts';
import { numberPhrases, orderPhrases } from './order-phrases.ts';
import { methodNamed, methodPhrases, paymentPhrases } from './payment-words.ts';

const goods = ['Kettle', 'Desk lamp', 'T-shirt'].map((name) => ({ name, noun: name.toLowerCase() }));
const methods: PaymentMethod[] = [
  { id: 'visa', kind: 'card', label: 'Visa', ending: '9212' },
  { id: 'master', kind: 'card', label: 'Mastercard', ending: '6193' },
  { id: 'paypal', kind: 'paypal', label: 'PayPal' },
  { id: 'gift', kind: 'gift_card', label: 'Gift card' },
];
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the words that tell an order', () => {
  it.each([
    ['return the kettle from the order with the kettle and desk lamp', 'return the kettle'],
    [
      'return the kettle from my order with the kettle and the desk lamp in it, please',
      'return the kettle , please',
    ],
    ['change the kettle in the one with the red kettle: a blue one', 'change the kettle : a blue one'],
    ['the kettle for one with a red lid', 'the kettle for one with a red lid'],
    ['swap the desk lamp for a black one, it’s in W5801125', 'swap the desk lamp for a black one, it’s'],
  ])('are no things that are wanted: %s', (said, rest) => {
    expect(squeezed(blanked(said, [...orderPhrases(said, goods), ...numberPhrases(said, '#W5801125')]))).toBe(
      rest,
    );
  });
});

describe('the method that is named', () => {
  it.each([
    ['use the gift card', 'gift'],
    ['my credit card, the one ending 6193', 'master'],
    ['the visa ending 9212', 'visa'],
    ['not the PayPal, my Mastercard', 'master'],
    ['switch it from PayPal to the gift card', 'gift'],
    ['in black please', undefined],
  ])('in "%s" is %s', (said, id) => {
    expect(methodNamed(said, methods)?.id).toBe(id);
  });

  it('is the one that paid, of several of a kind', () => {
    expect(methodNamed('my credit card', methods, ['master'])?.id).toBe('master');
  });

  it('belongs to no order and no thing', () => {
    const said =
      'swap the kettle for a black one, and use my credit card, the one ending 6193 for any difference';
    expect(squeezed(blanked(said, paymentPhrases(said, methods)))).toBe('swap the kettle for a black one');
    const ordered = 'in order 6193, use the card ending in 9212 for any difference';
    expect(squeezed(blanked(ordered, methodPhrases(ordered, methods)))).toBe('in order 6193, use the');
  });
});
