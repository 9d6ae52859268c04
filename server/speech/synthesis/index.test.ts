import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type * as Threads from '../../threads.ts';
import { createSynthesis } from './index.ts';

/** The real threads, in the order they were started. */
const threads = vi.hoisted((): Worker[] => []);
vi.mock('../../threads.ts', async (load) => {
  const real = await load<typeof Threads>();
  return {
    startThread: (...given: Parameters<typeof real.startThread>) => {
      const thread = real.startThread(...given);
      threads.push(thread);
      return thread;
    },
  };
});

describe('the server voice', () => {
  const synthesis = createSynthesis();
  afterAll(() => synthesis.close());

  it('speaks a sentence as 16 kHz PCM that is loud enough to hear and not framed by silence', async () => {
    const pcm = await synthesis.speak('Your wardrobe will be with you on Tuesday.');
    const seconds = pcm.length / 16_000;
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(5);
    expect(pcm.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)).toBeGreaterThan(3000);
    expect(pcm.subarray(0, 3200).some((sample) => Math.abs(sample) > 500)).toBe(true);
  });

  it('speaks the same sentence the same way', async () => {
    const [one, two] = await Promise.all([synthesis.speak('Thank you.'), synthesis.speak('Thank you.')]);
    expect(one).toEqual(two);
  });

  it('makes no sound of a sentence without words', async () => {
    expect(await synthesis.speak(' … ')).toHaveLength(0);
  });

  it('takes text that looks like an option for text', async () => {
    expect((await synthesis.speak('-voice nobody')).length).toBeGreaterThan(8000);
  });

  it('stops waiting as soon as the reply is given up, and speaks the next', async () => {
    const reply = new AbortController();
    const given = [
      synthesis.speak('A first sentence.', reply.signal),
      synthesis.speak('A second sentence.', reply.signal),
    ];
    reply.abort(new Error('the shopper spoke'));
    for (const sentence of given) await expect(sentence).rejects.toThrow('the shopper spoke');
    await expect(synthesis.speak('A third.', reply.signal)).rejects.toThrow('the shopper spoke');
    expect((await synthesis.speak('Go on.')).length).toBeGreaterThan(4000);
  });

  it('lets replies take turns', async () => {
    const order: string[] = [];
    const long = new AbortController().signal;
    const short = new AbortController().signal;
    const say = (name: string, signal: AbortSignal) =>
      synthesis.speak('Thank you.', signal).then(() => order.push(name));
    await Promise.all([say('long 1', long), say('long 2', long), say('long 3', long), say('short 1', short)]);
    expect(order.indexOf('short 1')).toBeLessThan(order.indexOf('long 3'));
  });

  it('speaks the sentence again on a new thread when the thread dies under it', async () => {
    const sentence = synthesis.speak('Your desk is ready.');
    await threads.at(-1)?.terminate();
    expect((await sentence).length).toBeGreaterThan(8000);
    expect(threads.length).toBeGreaterThan(1);
  });

  it('refuses after it was closed', async () => {
    const closing = createSynthesis();
    const cut = closing.speak('Nobody will hear this.');
    const refused = expect(cut).rejects.toThrow('switched off');
    await closing.close();
    await refused;
    await expect(closing.speak('Nor this.')).rejects.toThrow('switched off');
  });
});
