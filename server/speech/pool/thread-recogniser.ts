import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { HexkeyError } from '../../errors.ts';
import { startThread } from '../../threads.ts';
import type { RecogniserChoice } from '../recogniser/choice.ts';
import { type Decoding, type Recogniser, RecogniserLost } from '../recogniser/contract.ts';
import type { DecodeMessage, ThreadMessage } from './thread-messages.ts';

/** A decode of 30 s of audio takes a second or two on a slow core: past this the thread is stuck. */
const stuckAfterMs = 30_000;

interface Waiting {
  resolve: (decoding: Decoding) => void;
  reject: (error: Error) => void;
  stuck: NodeJS.Timeout;
}

/** A recogniser in a thread of its own. `decode` rejects with `RecogniserLost` when the thread dies under it. */
export class ThreadRecogniser implements Recogniser {
  readonly #worker: Worker;
  #waiting: Waiting | undefined;
  #gone = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: ThreadMessage) => this.#answer(message));
    worker.on('error', (error) => this.#lose(error));
    worker.on('exit', () => this.#lose());
  }

  /** Rejects with `recogniser_failed` when the model cannot be loaded. */
  static async start(choice: RecogniserChoice): Promise<ThreadRecogniser> {
    const worker = startThread(import.meta.url, './recogniser-thread', { workerData: choice });
    const ended = once(worker, 'exit').then((): ThreadMessage[] => [
      { type: 'broken', reason: 'its thread ended while loading' },
    ]);
    const [first] = (await Promise.race([once(worker, 'message'), ended])) as [ThreadMessage];
    if (first.type === 'ready') return new ThreadRecogniser(worker);
    const reason = first.type === 'broken' ? first.reason : first.type;
    throw new HexkeyError('recogniser_failed', `The speech recogniser did not load: ${reason}`);
  }

  decode(audio: Float32Array, draft: readonly number[]): Promise<Decoding> {
    if (this.#gone) return Promise.reject(new RecogniserLost('The recogniser thread has ended.'));
    return new Promise((resolve, reject) => {
      const stuck = setTimeout(() => void this.#worker.terminate(), stuckAfterMs);
      this.#waiting = { resolve, reject, stuck };
      const message: DecodeMessage = { audio, draft };
      this.#worker.postMessage(message);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.stuck);
    return waiting;
  }

  #answer(message: ThreadMessage): void {
    const waiting = this.#take();
    if (message.type === 'decoded') waiting?.resolve(message.decoding);
    else if (message.type === 'failed')
      waiting?.reject(new HexkeyError('recogniser_failed', `The recogniser failed: ${message.reason}`));
  }

  #lose(cause?: unknown): void {
    this.#gone = true;
    this.#take()?.reject(new RecogniserLost('The recogniser thread ended while decoding.', { cause }));
  }
}
