import type { Intent, MoodReading } from '#protocol';
import type { Understander } from '../contract.ts';

const table: [words: RegExp, intent: Intent][] = [
  [/where|track|status of|在哪/i, 'track_order'],
  [/how much is the return/i, 'return_refund'],
  [/exchange|swap/i, 'exchange_item'],
  [/warranty|how (?:wide|tall|big)|fit/i, 'product_info'],
  [/cancel|取消/i, 'cancel_order'],
  [/refund.*(?:where|when)|when.*refund/i, 'refund_status'],
  [/send (?:it|the \w+) back|return|退/i, 'return_refund'],
  [/send|address|deliver (?:it )?to|改送|地址/i, 'change_address'],
  [/human|person|agent|人工/i, 'human_agent'],
  [/robot/i, 'bot_question'],
  [/sooner|faster|hurry/i, 'hurry_shipping'],
  [/delivery|shipping cost/i, 'delivery_options'],
  [/broken|scratched|cracked/i, 'product_defect'],
  [/invoice/i, 'payment_invoice'],
  [/^(?:hello|hi)\b/i, 'greeting'],
  [/thank/i, 'thanks'],
];
const moods: [words: RegExp, mood: MoodReading][] = [
  [/ridiculous|useless|furious/i, { mood: 'angry', intensity: 0.8 }],
  [/worried/i, { mood: 'anxious', intensity: 0.6 }],
];

/** Reads the few intents that the policy's own tests use; the model is tested where it is made. */
export const byTable: Understander = {
  async understand(text) {
    const intent = table.find(([words]) => words.test(text))?.[1];
    const mood = moods.find(([words]) => words.test(text))?.[1] ?? { mood: 'neutral', intensity: 0 };
    const found = { intent: intent ?? ('out_of_scope' as const), confidence: intent ? 0.9 : 0.3 };
    return {
      ...found,
      ranking: [{ intent: found.intent, probability: found.confidence }],
      act: { act: /^(?:where|when|what)\b/i.test(text) ? 'ask_state' : 'request', probability: 0.9 },
      negated: 0,
      mood,
    };
  },
};
