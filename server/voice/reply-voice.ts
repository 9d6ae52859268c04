import { packReplyFrame, replySampleRate } from '#protocol';
import type { Synthesis } from '../speech/contract.ts';

/** 100 ms: small enough that a stop is quick, large enough that headers cost nothing. */
const samplesPerFrame = replySampleRate / 10;

/** Where reply audio goes. `cuts` counts how often the socket was replaced. */
export interface VoiceSink {
  /** Resolves when the client can take more, or when it is back after a cut. Rejects with the signal's reason. */
  send(frame: Uint8Array, signal: AbortSignal): Promise<void>;
  readonly cuts: number;
}

/**
 * Speaks one reply: the first sentence leaves as soon as it is made, the next is made meanwhile. When the socket was cut
 * the sentence under way is sent again from its start (the client skips what it has heard of it). Rejects with the
 * signal's reason when the reply is stopped.
 */
export async function speakReply(
  reply: { n: number; sentences: readonly string[] },
  synthesis: Pick<Synthesis, 'speak'>,
  sink: VoiceSink,
  signal: AbortSignal,
): Promise<void> {
  const make = (index: number): Promise<Int16Array> | undefined => {
    const sentence = reply.sentences[index];
    if (sentence === undefined) return undefined;
    const made = synthesis.speak(sentence, signal);
    // Awaited one sentence later: until then a failure must not count as unhandled.
    made.catch(() => undefined);
    return made;
  };
  let made = make(0);
  for (let index = 0; made; index++) {
    const pcm: Int16Array = await made;
    made = make(index + 1);
    await sendSentence(reply.n, index, pcm, sink, signal);
  }
}

async function sendSentence(
  n: number,
  index: number,
  pcm: Int16Array,
  sink: VoiceSink,
  signal: AbortSignal,
): Promise<void> {
  let cuts = sink.cuts;
  for (let at = 0; at < pcm.length; at += samplesPerFrame) {
    await sink.send(packReplyFrame(n, index, pcm.subarray(at, at + samplesPerFrame)), signal);
    if (sink.cuts !== cuts) {
      cuts = sink.cuts;
      at = -samplesPerFrame;
    }
  }
}
