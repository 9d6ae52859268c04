import { afterEach, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { type Decoding, type Recogniser, RecogniserLost } from '../recogniser/contract.ts';
import type { DecodeRequest } from './contract.ts';
import { Pool } from './pool.ts';

interface Running {
  /** The first sample of the audio names the request. */
  name: number;
  done: () => void;
  fail: (error: Error) => void;
}

/** Recognisers that finish a decode when told to. */
function byHand() {
  const running: Running[] = [];
  const order: number[] = [];
  let started = 0;
  const start = async (): Promise<Recogniser> => {
    started++;
    return {
      decode: (audio) =>
        new Promise<Decoding>((resolve, reject) => {
          const name = audio[0] as number;
          order.push(name);
          const leave = () => running.splice(running.indexOf(work), 1);
          const work: Running = {
            name,
            done: () => {
              leave();
              resolve({ words: [{ text: String(name), confidence: 1 }], tokens: [], decodeMs: 1 });
            },
            fail: (error) => {
              leave();
              reject(error);
            },
          };
          running.push(work);
        }),
      close: async () => {},
    };
  };
  /** Finishes what runs, and what begins thereby, until nothing runs. */
  const finishAll = async () => {
    while (running.length > 0) {
      running[0]?.done();
      await new Promise(setImmediate);
    }
  };
  return { start, running, order, finishAll, started: () => started };
}

const [ann, bob, cyd] = [Symbol('ann'), Symbol('bob'), Symbol('cyd')];
const request = (
  name: number,
  talker: symbol,
  kind: DecodeRequest['kind'],
  signal?: AbortSignal,
): DecodeRequest => ({
  talker,
  kind,
  audio: () => Float32Array.of(name),
  draft: [],
  ...(signal && { signal }),
});

let pool: Pool | undefined;
afterEach(() => pool?.close());

async function open(size: number, start: () => Promise<Recogniser>): Promise<Pool> {
  pool = await Pool.open({ size, start, log: silentLog });
  return pool;
}

it('runs as many decodes at once as it has recognisers', async () => {
  const hand = byHand();
  const pool = await open(2, hand.start);
  for (const name of [1, 2, 3]) void pool.decode(request(name, ann, 'final'));
  expect(hand.running.map((work) => work.name)).toEqual([1, 2]);
  await hand.finishAll();
  expect(hand.order).toEqual([1, 2, 3]);
});

it('the recogniser pool takes one of each talker in turn', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  for (const name of [1, 2, 3, 4]) void pool.decode(request(name, ann, 'final'));
  void pool.decode(request(10, bob, 'final'));
  void pool.decode(request(20, cyd, 'final'));
  await hand.finishAll();
  expect(hand.order).toEqual([1, 2, 10, 20, 3, 4]);
});

it('decodes finals before partials that came earlier', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  void pool.decode(request(1, ann, 'final'));
  void pool.decode(request(2, bob, 'partial'));
  void pool.decode(request(3, cyd, 'final'));
  await hand.finishAll();
  expect(hand.order).toEqual([1, 3, 2]);
});

it('the recogniser pool drops partials and says it is busy while finals wait', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  const levels: string[] = [];
  pool.onLoad((level) => levels.push(level));
  void pool.decode(request(1, ann, 'final'));
  void pool.decode(request(2, bob, 'final'));
  expect(await pool.decode(request(3, cyd, 'partial'))).toBeUndefined();
  expect(levels).toEqual(['busy']);
  expect(pool.load).toBe('busy');
  await hand.finishAll();
  expect(hand.order).toEqual([1, 2]);
});

it('the recogniser pool is never busy for somebody who talks alone', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  void pool.decode(request(1, ann, 'final'));
  void pool.decode(request(2, ann, 'final'));
  expect(await pool.decode(request(3, ann, 'partial'))).toBeUndefined();
  expect(pool.load).toBe('normal');
  await hand.finishAll();
});

it('the recogniser pool keeps a recogniser free of partials while it is busy', async () => {
  const hand = byHand();
  const pool = await open(2, hand.start);
  for (const name of [1, 2, 3]) void pool.decode(request(name, ann, 'final'));
  await pool.decode(request(4, bob, 'partial'));
  await hand.finishAll();
  for (const [name, talker] of [[5, ann] as const, [6, bob] as const])
    void pool.decode(request(name, talker, 'partial'));
  expect(hand.running.map((work) => work.name)).toEqual([5]);
  void pool.decode(request(7, cyd, 'final'));
  expect(hand.running.map((work) => work.name)).toEqual([5, 7]);
  await hand.finishAll();
});

it('the recogniser pool takes back what is aborted while it waits', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  void pool.decode(request(1, ann, 'final'));
  const abort = new AbortController();
  const taken = pool.decode(request(2, ann, 'final', abort.signal));
  abort.abort();
  expect(await taken).toBeUndefined();
  await hand.finishAll();
  expect(hand.order).toEqual([1]);
});

it('decodes again, on another recogniser, what was lost with one', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  const heard = pool.decode(request(1, ann, 'final'));
  hand.running[0]?.fail(new RecogniserLost('gone'));
  await new Promise(setImmediate);
  expect(hand.started()).toBe(2);
  await hand.finishAll();
  expect((await heard)?.words).toEqual([{ text: '1', confidence: 1 }]);
});

it('the recogniser pool gives up on audio that takes three recognisers with it', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  const heard = pool.decode(request(1, ann, 'final'));
  const refused = expect(heard).rejects.toMatchObject({ code: 'recogniser_failed' });
  for (let loss = 0; loss < 3; loss++) {
    hand.running[0]?.fail(new RecogniserLost('gone'));
    await new Promise(setImmediate);
  }
  await refused;
});

it('the recogniser pool tells those who wait when the last recogniser is gone and cannot be replaced', async () => {
  const hand = byHand();
  let broken = false;
  const pool = await open(1, async () => {
    if (broken) throw new Error('no memory');
    return hand.start();
  });
  const heard = pool.decode(request(1, ann, 'final'));
  broken = true;
  hand.running[0]?.fail(new RecogniserLost('gone'));
  await expect(heard).rejects.toMatchObject({ code: 'recogniser_failed', retryable: true });
});

it('the recogniser pool refuses finals once seconds of them wait', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  for (let name = 0; name < 31; name++) void pool.decode(request(name, Symbol(String(name)), 'final'));
  await expect(pool.decode(request(99, bob, 'final'))).rejects.toMatchObject({ code: 'overloaded' });
});

it('the recogniser pool refuses the newest final of whoever has most of them waiting, not that of somebody who has none', async () => {
  const hand = byHand();
  const pool = await open(1, hand.start);
  const hers = Array.from({ length: 31 }, (_, name) => pool.decode(request(name, ann, 'final')));
  const refused = expect(hers.at(-1)).rejects.toMatchObject({ code: 'overloaded' });
  const his = pool.decode(request(99, bob, 'final'));
  await refused;
  await hand.finishAll();
  expect((await his)?.words).toMatchObject([{ text: '99' }]);
  expect(hand.order.slice(0, 3)).toEqual([0, 1, 99]);
});

it('the recogniser pool goes on where a lost recogniser cannot even be closed', async () => {
  const hand = byHand();
  let broken = true;
  const pool = await open(1, async () => ({
    ...(await hand.start()),
    close: () => (broken ? Promise.reject(new Error('it hangs')) : Promise.resolve()),
  }));
  const decoding = pool.decode(request(1, ann, 'final'));
  hand.running[0]?.fail(new RecogniserLost('gone'));
  await expect.poll(() => hand.started()).toBe(2);
  broken = false;
  await hand.finishAll();
  expect((await decoding)?.words).toMatchObject([{ text: '1' }]);
});

it('gets recognisers ready one at a time, and when they have nothing to decode', async () => {
  const hand = byHand();
  const ready: (() => void)[] = [];
  const asked: (readonly string[])[] = [];
  const start = async () => ({
    ...(await hand.start()),
    prepare: (likely: readonly string[]) => {
      asked.push(likely);
      return new Promise<void>((resolve) => ready.push(resolve));
    },
  });
  const pool = await open(2, start);
  const likely = ['next', 'go back'];
  for (const name of [1, 2]) void pool.decode(request(name, ann, 'final'));
  pool.prepare(likely);
  pool.prepare(likely);
  expect(asked).toEqual([]);
  await hand.finishAll();
  expect(asked).toEqual([likely]);
  void pool.decode(request(3, ann, 'final'));
  expect(hand.order).toEqual([1, 2, 3]);
  await hand.finishAll();
  expect(asked).toHaveLength(1);
  ready[0]?.();
  await expect.poll(() => asked.length).toBe(2);
  ready[1]?.();
  await new Promise(setImmediate);
  expect(asked).toEqual([likely, likely]);
});
