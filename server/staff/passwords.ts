import { randomBytes } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { hash, verify } from '@node-rs/argon2';
import { HexkeyError } from '../errors.ts';
import { startThread } from '../threads.ts';
import type { StrengthAnswer, StrengthQuestion } from './strength-thread.ts';

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB (in KiB here), 2 passes and 1 lane. Argon2id is the library's
 * default algorithm.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortest = 12;
/** zxcvbn's score of 0 to 4; below 3 it is guessed in under 10^8 attempts. */
const leastScore = 3;

/** Each takes 20 MiB and some 30 ms of a core. */
const mostHashedAtOnce = 2;
const mostWaiting = 60;
/** Loading included. */
const strengthWithinMs = 30_000;
const threadIdleMs = 60_000;

/** Work on passwords, bounded in number and never on the event loop. */
export interface Passwords {
  /** Throws `bad_request` for a password that is short, common, or made of what `known` says of its owner. */
  requireGood(password: string, known: string[]): Promise<void>;
  /** Argon2id in PHC string format. */
  hash(password: string): Promise<string>;
  /** Takes as long where there is no account, or one without a password, as for a wrong password. */
  fits(given: string, stored: string | null | undefined): Promise<boolean>;
}

/** All methods throw `overloaded` while too many others wait. */
export function createPasswords(): Passwords {
  const inTurn = boundedQueue(mostHashedAtOnce, mostWaiting);
  const strength = new StrengthThread();
  const hashed = (password: string) => inTurn(() => hash(password.normalize('NFC'), parameters));
  let nobodys: Promise<string> | undefined;
  return {
    async requireGood(password, known) {
      if ([...password].length < shortest)
        throw new HexkeyError(
          'bad_request',
          `A password has at least ${shortest} characters. Take a longer one.`,
        );
      const words = [...known.flatMap((text) => [text, ...text.split(/\W+/)]), 'hexkey'];
      if ((await strength.score(password, words)) < leastScore)
        throw new HexkeyError(
          'bad_request',
          'This password is easy to guess. Take several words that have nothing to do with one another.',
        );
    },
    hash: hashed,
    async fits(given, stored) {
      nobodys ??= hash(randomBytes(32).toString('base64'), parameters);
      const against = stored ?? (await nobodys);
      const fits = await inTurn(() => verify(against, given.normalize('NFC')));
      return fits && typeof stored === 'string';
    },
  };
}

const overloaded = () =>
  new HexkeyError('overloaded', 'Many people sign in at this moment. Try again in a few seconds.');

/** Runs at most `atOnce` side by side; beyond `waiting` more it throws `overloaded`. */
function boundedQueue(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw overloaded();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

interface Asked {
  resolve(score: number): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

/** How hard passwords are to guess: the thread is started when somebody chooses one, and ends a minute after the last. */
class StrengthThread {
  readonly #asked = new Map<number, Asked>();
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;

  score(password: string, known: string[]): Promise<number> {
    if (this.#asked.size >= mostWaiting) return Promise.reject(overloaded());
    const thread = this.#started();
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(thread, overloaded()), strengthWithinMs);
      this.#asked.set(id, { resolve, reject, timer });
      const question: StrengthQuestion = { id, password, known };
      thread.postMessage(question);
    });
  }

  #started(): Worker {
    clearTimeout(this.#idle);
    this.#thread?.ref();
    if (this.#thread) return this.#thread;
    const thread = startThread(import.meta.url, './strength-thread');
    thread.on('message', ({ id, score }: StrengthAnswer) => {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      clearTimeout(asked?.timer);
      asked?.resolve(score);
      if (this.#asked.size > 0) return;
      this.#idle = setTimeout(() => this.#end(thread, overloaded()), threadIdleMs);
      this.#idle.unref();
      thread.unref();
    });
    thread.on('error', (error) => this.#end(thread, error));
    this.#thread = thread;
    return thread;
  }

  #end(thread: Worker, reason: unknown): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { reject, timer } of this.#asked.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.#asked.clear();
    void thread.terminate();
  }
}
