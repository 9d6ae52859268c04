import { beforeAll, describe, expect, it } from 'vitest';
import { type Intent, intents, type Mood, moods } from '#protocol';
import type { Understander } from '../contract.ts';
import { createUnderstander } from './index.ts';

/** None of these stands in the training files. */
const asked: Record<Intent, string[]> = {
  track_order: [
    "where's my order seven two nine one one",
    'has the oak sideboard shipped yet',
    'when does my delivery get here',
  ],
  hurry_shipping: [
    'could you speed up my bookcase please',
    'I need the cot by Tuesday, can you rush it',
    'make my order come sooner',
  ],
  change_address: [
    'send the wardrobe to my office instead',
    'change the delivery address to 7 Mill Lane',
    'I put the wrong postcode on my order',
  ],
  cancel_order: [
    'please cancel the two lamps I ordered',
    'I dont want the sideboard anymore please cancel',
    'cancel order 91823',
  ],
  return_refund: [
    'I would like to return this armchair',
    'can I get a refund for the rug',
    'how do I send the stool back',
  ],
  refund_status: [
    'has my refund been sent yet',
    'any sign of the refund for the stool I sent back',
    'where is the refund for my desk',
  ],
  product_defect: [
    'the glass door arrived cracked',
    'two screws and a dowel are missing from the box',
    "my new lamp won't turn on",
  ],
  payment_invoice: [
    'could I have the invoice for my sideboard',
    'my card was declined for the rug',
    'can I pay in instalments for the sofa',
  ],
  delivery_options: [
    'do you deliver on Saturdays',
    'how much is delivery to Cardiff',
    'can you bring the sofa up to the third floor',
  ],
  place_order: [
    'I want to order two of the walnut chairs',
    'add the blue rug to my basket',
    'can I buy this desk',
  ],
  account: [
    "I've forgotten my password again",
    'change the email on my account',
    "I can't log in to my account",
  ],
  subscription: [
    'please cancel my premium membership',
    'stop emailing me your offers',
    'unsubscribe me from the newsletter',
  ],
  recommend_product: [
    'which mattress would you recommend',
    'can you suggest a chair for a small study',
    "I'm looking for a lamp for my bedroom",
  ],
  product_info: [
    'how wide is the walnut sideboard',
    'does the sofa come in green',
    'how long is the warranty on the recliner',
  ],
  store_info: [
    'what time does your shop close tonight',
    'where is your nearest showroom',
    'are you open on Sundays',
  ],
  complaint: [
    'I want to complain about your courier',
    'your delivery driver was incredibly rude',
    'this is the worst customer service',
  ],
  feedback: [
    'I would like to leave a review of the desk',
    'where can I write feedback',
    'I have a suggestion for your app',
  ],
  human_agent: [
    'let me talk to a real human',
    'can you put me through to an agent',
    'I want to speak with your manager',
  ],
  assembly_help: [
    'how do I attach the drawer fronts',
    'help me put the TV stand together',
    "I'm stuck building the bed",
  ],
  next_step: ['next', 'yep done', "okay that's done, what's next"],
  previous_step: ['go back', 'wait, go back one', 'show me the previous step'],
  repeat_step: ['say that again', 'can you repeat that step please', "sorry I didn't catch that"],
  goto_step: ['go to step nine', 'jump to step 6', 'take me back to the first step'],
  show_part: ["which one's B", 'show me part H', 'where is piece D'],
  greeting: ['hello', 'hi there', 'good morning to you'],
  thanks: ['thank you very much', 'cheers for that', 'thanks, that helped'],
  goodbye: ['bye', 'okay goodbye then', 'see you later'],
  affirm: ['yes', 'yes please', "yeah that's right"],
  deny: ['no', 'no, not that one', 'nope'],
  help: ['what can you do', 'can you help me', 'I need some help'],
  bot_question: ['are you a robot or a person', 'am I speaking to a machine', 'are you human'],
  out_of_scope: ['what will the weather be on Sunday', 'play some jazz music', 'how do I renew my passport'],
  change_delivery_day: [
    'can I move my delivery to next Tuesday',
    'Thursday does not suit me for the delivery',
  ],
  delivery_instructions: [
    'please leave the parcel with the lady next door',
    'tell your driver the buzzer is broken',
  ],
  not_home: ["I won't be in when the sofa comes today", 'nobody will be home for the delivery'],
  collect_order: ["I'll come and pick the desk up myself", 'can I collect my order from the warehouse'],
  exchange_item: ['I want to swap the rug for a bigger one', 'exchange the lamp for a black one please'],
  change_items: [
    'add another stool to my order',
    'take the lamp off order 45192',
    'make the chair green instead',
  ],
  change_payment: ['I want to pay with my other card', 'could you charge my PayPal instead'],
  change_default_address: [
    'make my new flat the default address',
    'update the home address saved on my account',
  ],
  not_received: [
    "it says delivered but there's nothing here",
    "the app says it was delivered, I haven't got it",
  ],
  parcel_missing: ['only two of the three boxes came', 'half of my order is missing'],
  tracking_problem: ["the tracking link doesn't open", "your tracking number isn't recognised"],
  charge_problem: ['you charged my card twice', "there's a payment on my statement I don't recognise"],
  warranty_claim: [
    'I want to claim on the warranty for my headphones',
    'is my speaker still under guarantee',
  ],
  price_match: ['do you price match', 'I found the same desk cheaper elsewhere'],
  show_my_data: ['what do you know about me', 'I want a copy of all my data'],
  delete_my_data: ['erase everything you have about me', 'please delete all my personal data'],
  undo_change: ['undo that', 'put it back how it was', 'actually cancel the express'],
  shop_question: ['do you sell gift cards', 'is there a student discount'],
  compare_products: ["what's the difference between the two lamps", 'which of the two desks is sturdier'],
  order_facts: ['how much did I pay for the desk', 'what address is my sofa going to'],
  why_asked: ['why do you need that', 'what do you need my order number for'],
};

const felt: Record<Mood, string[]> = {
  neutral: ['where is my order', 'which screw do I need', 'no worries, just checking', 'yes please'],
  happy: ['the sofa is gorgeous, we love it', "that's brilliant, thank you so much"],
  anxious: ["I'm really worried it won't come before the baby does", "I'm panicking, what if it's lost"],
  frustrated: ["I've already told you three times", "this is so annoying, it still doesn't fit"],
  angry: [
    'I am LIVID',
    'this is disgraceful, I want my money back NOW',
    'this is terrible, I am stuck, get me a person',
    '太差了，我要投诉',
  ],
  sad: ["I'm so disappointed, it was a present for my mum", "I'm heartbroken that it's ruined"],
};

describe('createUnderstander', () => {
  let understander: Understander;
  beforeAll(async () => {
    understander = await createUnderstander();
  });

  it.each(intents)('hears %s', async (intent) => {
    for (const text of asked[intent])
      expect([text, (await understander.understand(text)).intent]).toEqual([text, intent]);
  });

  it.each(['魑魅魍魉', '猫', '红绿灯', '莎士比亚'])(
    'takes no unknown Chinese for an answer: %s',
    async (text) => {
      expect((await understander.understand(text)).intent).toBe('out_of_scope');
    },
  );

  it.each(['好的', '对', '可以', '没问题'])('takes %s for yes', async (text) => {
    expect((await understander.understand(text)).intent).toBe('affirm');
  });

  it.each(moods)('feels %s', async (mood) => {
    for (const text of felt[mood])
      expect([text, (await understander.understand(text)).mood.mood]).toEqual([text, mood]);
  });

  it.each([
    ['我的订单到哪了', 'track_order'],
    ['我要取消订单', 'cancel_order'],
    ['我想退货', 'return_refund'],
    ['转人工', 'human_agent'],
    ['下一步', 'next_step'],
  ])('reads Chinese: %s', async (text, intent) => {
    expect((await understander.understand(text)).intent).toBe(intent);
  });

  it('ranks every intent, best first, with probabilities that sum to 1', async () => {
    const { intent, confidence, ranking } = await understander.understand("where's my wardrobe");
    expect(ranking.map((entry) => entry.intent).sort()).toEqual([...intents].sort());
    expect(ranking[0]).toEqual({ intent, probability: confidence });
    expect(ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 4);
    expect(
      ranking.every(({ probability }, at) => at === 0 || probability <= (ranking[at - 1]?.probability ?? 0)),
    ).toBe(true);
  });

  it('feels rage more strongly than annoyance, and nothing in a plain request', async () => {
    const rage = (await understander.understand('I am absolutely furious, you thieves!!!')).mood;
    const annoyance = (await understander.understand("I'm a bit annoyed to be honest")).mood;
    expect(rage.intensity).toBeGreaterThan(annoyance.intensity);
    expect((await understander.understand('cancel order 45192')).mood).toEqual({
      mood: 'neutral',
      intensity: 0,
    });
  });

  it.each(['', '   ', '🙂', '?'.repeat(5000), 'wardrobe '.repeat(20_000)])(
    'answers odd text',
    async (text) => {
      const { confidence, mood } = await understander.understand(text);
      expect(confidence).toBeGreaterThan(0);
      expect(mood.intensity).toBeLessThanOrEqual(1);
    },
  );

  it('refuses a folder without models', async () => {
    await expect(createUnderstander('/nowhere')).rejects.toThrow(/intent/);
  });
});
