import { describe, expect, it } from 'vitest';
import { intents } from '#protocol';
import { learn, type TaughtExample } from './taught.ts';

/** Models that know only two words, and of all else think of a product, unsurely. */
const base = async (text: string) => {
  const known = text.includes('cancel')
    ? 'cancel_order'
    : text.includes('track')
      ? 'track_order'
      : 'product_info';
  const share = known === 'product_info' ? 0.4 : 0.9;
  const reading = new Float32Array(intents.length).fill((1 - share) / (intents.length - 1));
  reading[intents.indexOf(known)] = share;
  return reading;
};
const familiar: TaughtExample[] = [
  { text: 'please cancel the order', intent: 'cancel_order' },
  { text: 'track the parcel please', intent: 'track_order' },
  { text: 'how wide is the desk', intent: 'product_info' },
];
const examples: TaughtExample[] = [
  { text: 'can I get the zirkel plan', intent: 'subscription' },
  { text: 'tell me about zirkel', intent: 'subscription' },
  { text: 'what does zirkel cost me', intent: 'subscription' },
];
const best = (reading: Float32Array) => intents[reading.indexOf(Math.max(...reading))];

describe('what a shop teaches', () => {
  it('is read as taught, also in other words', async () => {
    const taught = await learn(examples, familiar, base);
    for (const text of ['tell me about zirkel', 'is zirkel any good', 'I want zirkel'])
      expect([text, best(taught.correct(await base(text), text))]).toEqual([text, 'subscription']);
  });

  it('leaves everything else as it was', async () => {
    const taught = await learn(examples, familiar, base);
    for (const text of ['please cancel my desk', 'track it', 'how heavy is this lamp'])
      expect(best(taught.correct(await base(text), text))).toBe(best(await base(text)));
  });

  it('keeps probabilities that sum to 1', async () => {
    const taught = await learn(examples, familiar, base);
    const reading = taught.correct(await base('zirkel'), 'zirkel');
    expect(reading.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 4);
  });

  it('is the same for the same examples', async () => {
    const [one, other] = [await learn(examples, familiar, base), await learn(examples, familiar, base)];
    expect(one.correct(await base('zirkel'), 'zirkel')).toEqual(
      other.correct(await base('zirkel'), 'zirkel'),
    );
  });
});
