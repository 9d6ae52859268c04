import type { Worker } from 'node:worker_threads';
import { HexkeyError } from '../../errors.ts';
import { startThread } from '../../threads.ts';
import type { RecogniserChoice } from '../recogniser/choice.ts';
import { type Decoding, type Recogniser, RecogniserLost } from '../recogniser/contract.ts';
import type { ThreadReply, ThreadRequest } from './thread-messages.ts';

/** A decode of 30 s of audio takes a second or two on a slow core: past this the thread is stuck. */
const stuckAfterMs = 30_000;

interface Waiting {
  resolve: (reply: ThreadReply) => void;
  reject: (error: Error) => void;
  stuck: NodeJS.Timeout;
}

/** A recogniser in a thread of its own. `decode` rejects with `RecogniserLost` when the thread dies under it. */
export class ThreadRecogniser implements Recogniser {
  readonly #worker: Worker;
  #waiting: Waiting | undefined;
  readonly #ended: Promise<unknown>;
  #gone = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', (message: ThreadReply) => this.#answer(message));
    worker.on('error', (error) => this.#lose(error));
    worker.on('exit', () => this.#lose());
  }

  /** Rejects with `recogniser_failed` when the model cannot be loaded. */
  static async start(choice: RecogniserChoice): Promise<ThreadRecogniser> {
    const worker = startThread(import.meta.url, './recogniser-thread', { workerData: choice });
    const first = await new Promise<ThreadReply>((resolve) => {
      const broken = (reason: string) => resolve({ type: 'broken', reason });
      worker.once('message', resolve);
      worker.once('error', (error: Error) => broken(error.message));
      worker.once('exit', () => broken('its thread ended while loading'));
    });
    if (first.type === 'ready') return new ThreadRecogniser(worker);
    const reason = first.type === 'broken' ? first.reason : first.type;
    throw new HexkeyError('recogniser_failed', `The speech recogniser did not load: ${reason}`);
  }

  async decode(
    audio: Float32Array,
    draft: readonly number[],
    likely?: readonly string[],
    words?: readonly string[],
  ): Promise<Decoding> {
    const reply = await this.#ask({
      type: 'decode',
      audio,
      draft,
      ...(likely && { likely }),
      ...(words && { words }),
    });
    if (reply.type !== 'decoded') throw failed(`it answered "${reply.type}" to a decode`);
    return reply.decoding;
  }

  async prepare(likely: readonly string[]): Promise<void> {
    await this.#ask({ type: 'prepare', likely });
  }

  #ask(request: ThreadRequest): Promise<ThreadReply> {
    if (this.#gone) return Promise.reject(new RecogniserLost('The recogniser thread has ended.'));
    return new Promise((resolve, reject) => {
      const stuck = setTimeout(() => this.#abandon(), stuckAfterMs);
      this.#waiting = { resolve, reject, stuck };
      this.#tell(request);
    });
  }

  /**
   * Ends the thread, between two steps of a decode if one runs. Never by `Worker.terminate`: ONNX Runtime aborts the
   * whole process when its thread is terminated inside a step.
   */
  async close(): Promise<void> {
    if (this.#gone) return;
    this.#tell({ type: 'stop' });
    await this.#ended;
  }

  #tell(request: ThreadRequest): void {
    this.#worker.postMessage(request);
  }

  /** A thread that does not come back from a step cannot be ended; if it ever does come back, it ends itself. */
  #abandon(): void {
    this.#tell({ type: 'stop' });
    this.#worker.unref();
    this.#lose();
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.stuck);
    return waiting;
  }

  #answer(message: ThreadReply): void {
    const waiting = this.#take();
    if (message.type === 'failed') waiting?.reject(failed(message.reason));
    else waiting?.resolve(message);
  }

  #lose(cause?: unknown): void {
    this.#gone = true;
    this.#take()?.reject(new RecogniserLost('The recogniser thread ended while decoding.', { cause }));
  }
}

const failed = (reason: string) => new HexkeyError('recogniser_failed', `The recogniser failed: ${reason}`);
