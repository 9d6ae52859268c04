import type { FastifyBaseLogger } from 'fastify';
import type { Caption } from '#protocol';
import type { SpokenEntry } from '../../dialogue/contract.ts';
import type { Captions } from '../captions/contract.ts';
import type { Peer } from './peer.ts';
import type { SentStream } from './peer-media.ts';
import type { RoomMedia } from './room-media.ts';

export interface CaptioningParts {
  captions: Captions;
  /** Words likely to be said in this conversation. */
  phrases: () => string[];
  on: (caption: Caption) => void;
  log: FastifyBaseLogger;
}

/** Captions a microphone that everybody may hear. A whisper is not written down. */
export function captionMicrophone(
  peer: Peer,
  sent: SentStream,
  media: RoomMedia,
  parts: CaptioningParts,
): void {
  if (sent.source !== 'microphone' || sent.audience !== 'everybody') return;
  parts.captions
    .follow({
      router: media.router,
      direct: media.direct,
      producer: sent.producer,
      phrases: parts.phrases,
      on: ({ id, text, final }) =>
        parts.on({
          id,
          peer: peer.id,
          role: peer.role,
          name: peer.name,
          text,
          final,
          at: new Date().toISOString(),
        }),
    })
    .catch((error: unknown) => {
      if (!sent.producer.closed) parts.log.error({ err: error }, 'a microphone of a call has no captions');
    });
}

/** A final caption as the conversation's history has it: a guest helps as staff do. */
export function entryOf({ id, role, name, text, at }: Caption): SpokenEntry {
  if (role === 'customer') return { who: 'shopper', id, text, source: 'call', at };
  return { who: 'staff', id, name, text, source: 'call', at };
}
