import type { OpenGuide, TranscriptWord } from '#protocol';
import type { HeardReply, Turn } from '../dialogue/contract.ts';

/** What a shopper said, typed or pressed. */
export interface ShopperTurn {
  /** Of the shopper's entry: the client's own for typed text, the utterance's for speech. */
  id: string;
  text: string;
  source: 'voice' | 'text' | 'choice';
  words?: TranscriptWord[];
  utterance?: number;
  heard: HeardReply;
}

/** The turn it makes, on the page it was said on. */
export const dialogueTurn = (
  { id, text, source, words, heard }: ShopperTurn,
  page: Pick<Turn, 'conversation' | 'customer' | 'language'> & { guide: OpenGuide | undefined },
): Turn => ({
  conversation: page.conversation,
  customer: page.customer,
  language: page.language,
  source,
  text,
  ...(words && { words }),
  heard,
  ...(page.guide && { guide: page.guide }),
  idempotencyKey: id,
});
