import { setTimeout as delay } from 'node:timers/promises';
import type { Speech } from '../../server/speech/index.ts';
import { type Clip, sampleRate, speechEnd } from './clips.ts';

const frame = sampleRate / 50;
const frameMs = 20;
const silenceAfter = 2 * sampleRate;

export interface StreamTimes {
  /** From the clip's last audible sample to the final. */
  finals: number[];
  /** From one partial to the next. */
  gaps: number[];
}

/** Speaks every clip in real time through the whole stream: voice activity, endpoint, pool, written words. */
export async function measureStream(clips: readonly Clip[], speech: Speech): Promise<StreamTimes> {
  const times: StreamTimes = { finals: [], gaps: [] };
  for (const clip of clips) await speak(clip, speech, times);
  return times;
}

async function speak(clip: Clip, speech: Speech, times: StreamTimes): Promise<void> {
  let spokenUntil = 0;
  let partialAt = 0;
  let heard = false;
  const stream = await speech.open({
    audio: { encoding: 'pcm16', sampleRate },
    hints: () => ({ phrases: [], orderNumbers: [], expecting: 'anything' }),
    on: (event) => {
      const now = performance.now();
      if (event.type === 'partial') {
        if (partialAt > 0 && spokenUntil === 0) times.gaps.push(now - partialAt);
        partialAt = now;
      } else if (event.type === 'final') {
        times.finals.push(now - spokenUntil);
        heard = true;
      }
    },
  });
  const audio = new Float32Array(clip.audio.length + silenceAfter);
  audio.set(clip.audio);
  const begun = performance.now();
  for (let at = 0; at < audio.length && !heard; at += frame) {
    const pcm = Int16Array.from(audio.subarray(at, at + frame), (sample) => Math.round(sample * 32_767));
    stream.push(new Uint8Array(pcm.buffer));
    if (spokenUntil === 0 && at + frame >= speechEnd(clip)) spokenUntil = performance.now();
    await delay(Math.max(0, begun + (at / frame + 1) * frameMs - performance.now()));
  }
  // Of an overloaded machine the final may still be under way.
  await stream.flush();
  stream.close();
}
