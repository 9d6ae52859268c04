import { randomUUID } from 'node:crypto';
import { demoShopper } from '../../demo/index.ts';
import type { Language, OpenGuide, Reply } from '../../protocol/index.ts';
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
  const heed = ({ guide }: Reply) => {
    if (!guide) return;
    if (guide.step !== undefined) open = { ...open, step: guide.step, asking: false, paused: false };
    if (guide.act === 'check') open = { ...open, asking: true };
    if (guide.act === 'refuse' || guide.act === 'repeat') open = { ...open, asking: false };
    if (guide.act === 'pause' || guide.act === 'continue') open = { ...open, paused: guide.act === 'pause' };
    if (guide.act === 'restart') open = { ...open, step: 0, asking: false };
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
      heed(reply);
      return reply;
    },
    /** What is said without a word to Hexkey: whether it is taken for one. */
    isAddressed: (text: string) => shop.dialogue.isAddressed(turn(text, 'en')),
  };
}
