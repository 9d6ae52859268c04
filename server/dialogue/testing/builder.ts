import { randomUUID } from 'node:crypto';
import type { Language, OpenGuide, Reply } from '#protocol';
import { demoShopper } from '../../demo/index.ts';
import { afterReply } from '../../voice/after-reply.ts';
import { monday, type Shop } from './converse.ts';

/** Somebody on the page of an open guide, which does what replies have it do. */
export async function openPage(shop: Shop, slug: string, start: Partial<OpenGuide> = {}) {
  const { id } = await shop.dialogue.open(demoShopper, 'en');
  let open: OpenGuide = {
    guide: slug,
    step: 1,
    enteredAt: monday.toISOString(),
    asking: false,
    paused: false,
    ...start,
  };
  const turn = (text: string, language: Language) => ({
    conversation: id,
    customer: demoShopper,
    language,
    source: 'voice' as const,
    text,
    guide: open,
    idempotencyKey: randomUUID(),
  });
  return {
    conversation: id,
    open: () => open,
    async say(text: string, language: Language = 'en'): Promise<Reply> {
      const reply = await shop.dialogue.respond(turn(text, language));
      open = afterReply(open, reply);
      return reply;
    },
    /** What is said without a word to Hexkey: whether it is taken for one. */
    isAddressed: (text: string) => shop.dialogue.isAddressed(turn(text, 'en')),
  };
}
