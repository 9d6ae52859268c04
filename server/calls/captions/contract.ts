import type { types } from 'mediasoup';

/** Somebody's microphone in a call, and where its words go. */
export interface CaptionedSpeaker {
  router: types.Router;
  /** A transport of that router that ends here. */
  direct: types.DirectTransport;
  producer: types.Producer;
  /** Product names and the like that are likely to be said: see speech's hints. */
  phrases: () => string[];
  /** One utterance keeps its `id`; `final` ends it, with an empty text where there were no words after all. */
  on: (caption: { id: string; text: string; final: boolean }) => void;
}

export interface Captions {
  /** Captions a speaker until `close` or until the producer closes. Rejects where the producer is gone already. */
  follow(speaker: CaptionedSpeaker): Promise<{ close(): void }>;
}
