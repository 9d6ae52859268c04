import { HexkeyError } from '../../errors.ts';
import type { SpeechLog } from '../log.ts';
import { type Decoding, type Recogniser, RecogniserLost } from '../recogniser/contract.ts';
import type { DecodeRequest, RecogniserPool } from './contract.ts';
import { FairQueue } from './fair-queue.ts';
import { type LoadLevel, LoadMeter } from './load-meter.ts';
import { type Preparation, Preparations } from './preparations.ts';
import { Seat } from './seat.ts';

/** Times one request may lose its recogniser before the request is held to be the reason. */
const maxLosses = 3;
/** More waiting finals than this for each recogniser are seconds of delay. */
const maxWaitingFinals = 30;

interface Job {
  talker: symbol;
  request: DecodeRequest;
  since: number;
  losses: number;
  resolve: (decoding: Decoding | undefined) => void;
  reject: (error: Error) => void;
}

export interface PoolOptions {
  /** Recognisers, each with one decode at a time. */
  size: number;
  /** Makes one; called again for each that is lost. */
  start: () => Promise<Recogniser>;
  log: SpeechLog;
}

/** Shares recognisers among talkers: finals before partials, one of each talker in turn. */
export class Pool implements RecogniserPool {
  readonly #seats: Seat[];
  readonly #finals = new FairQueue<Job>();
  readonly #partials = new FairQueue<Job>();
  readonly #preparations: Preparations;
  readonly #meter = new LoadMeter();
  readonly #log: SpeechLog;
  #closed = false;

  private constructor(options: PoolOptions) {
    this.#log = options.log;
    this.#seats = Array.from({ length: options.size }, () => new Seat(options.start, options.log));
    this.#preparations = new Preparations(this.#seats);
  }

  /** Ready when every recogniser is. */
  static async open(options: PoolOptions): Promise<Pool> {
    const pool = new Pool(options);
    try {
      await Promise.all(pool.#seats.map((seat) => seat.open()));
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  get load(): LoadLevel {
    return this.#meter.level;
  }

  onLoad(listener: (level: LoadLevel) => void): () => void {
    return this.#meter.listen(listener);
  }

  decode(request: DecodeRequest): Promise<Decoding | undefined> {
    if (this.#closed || request.signal?.aborted) return Promise.resolve(undefined);
    if (request.kind === 'partial' && this.#finals.size > 0) {
      this.#meter.waited(Number.POSITIVE_INFINITY);
      return Promise.resolve(undefined);
    }
    if (request.kind === 'final' && this.#finals.size >= maxWaitingFinals * this.#seats.length)
      return Promise.reject(
        new HexkeyError('overloaded', 'Too many people are speaking at once. Try again in a moment.'),
      );
    return new Promise((resolve, reject) => {
      const { talker, signal } = request;
      const job: Job = { talker, request, since: performance.now(), losses: 0, resolve, reject };
      const queue = this.#queueOf(job);
      queue.add(job);
      signal?.addEventListener('abort', () => queue.remove(job) && resolve(undefined), { once: true });
      this.#serve();
    });
  }

  prepare(likely: readonly string[]): void {
    this.#preparations.add(likely);
    this.#serve();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#meter.close();
    for (const job of [...this.#finals.drain(), ...this.#partials.drain()]) job.resolve(undefined);
    await Promise.all(this.#seats.map((seat) => seat.close()));
  }

  #queueOf(job: Job): FairQueue<Job> {
    return job.request.kind === 'final' ? this.#finals : this.#partials;
  }

  #serve(): void {
    if (this.#closed) return;
    for (const seat of this.#seats.filter((seat) => seat.free)) {
      const job = this.#finals.take() ?? (this.#partialsMayStart() ? this.#partials.take() : undefined);
      if (!job) break;
      this.#meter.waited(performance.now() - job.since);
      void this.#run(seat, job);
    }
    const preparation = this.#preparations.take();
    if (preparation) void this.#prepare(preparation);
  }

  async #prepare({ seat, likely }: Preparation): Promise<void> {
    seat.work = 'preparation';
    try {
      await (seat.recogniser as Recogniser).prepare?.(likely);
    } catch (error) {
      if (this.#closed) return;
      this.#log.warn({ err: error }, 'A recogniser could not get ready for a guide');
      if (error instanceof RecogniserLost) this.#replace(seat);
    } finally {
      seat.work = undefined;
      this.#serve();
    }
  }

  /** While busy one recogniser is kept for the finals that will come, where there is more than one. */
  #partialsMayStart(): boolean {
    if (this.load === 'normal') return true;
    const running = this.#seats.filter((seat) => seat.work === 'partial').length;
    return running < Math.max(1, this.#seats.length - 1);
  }

  async #run(seat: Seat, job: Job): Promise<void> {
    const { audio, draft, kind, likely } = job.request;
    seat.work = kind;
    try {
      job.resolve(await (seat.recogniser as Recogniser).decode(audio(), draft, likely));
    } catch (error) {
      if (error instanceof RecogniserLost && !this.#closed) this.#recover(seat, job, error);
      else if (this.#closed) job.resolve(undefined);
      else job.reject(error as Error);
    } finally {
      seat.work = undefined;
      this.#serve();
    }
  }

  #recover(seat: Seat, job: Job, error: RecogniserLost): void {
    job.losses++;
    this.#log.warn({ err: error, kind: job.request.kind, losses: job.losses }, 'A recogniser was lost');
    if (job.losses >= maxLosses) job.reject(unavailable(error));
    else if (job.request.signal?.aborted) job.resolve(undefined);
    else this.#queueOf(job).addFirst(job);
    this.#replace(seat);
  }

  #replace(seat: Seat): void {
    void seat.replace(() => this.#giveUpIfNoneIsLeft()).then(() => this.#serve());
  }

  #giveUpIfNoneIsLeft(): void {
    if (this.#seats.some((seat) => seat.recogniser)) return;
    for (const job of [...this.#finals.drain(), ...this.#partials.drain()]) job.reject(unavailable());
  }
}

const unavailable = (cause?: Error) =>
  new HexkeyError(
    'recogniser_failed',
    'Speech recognition stopped for a moment. Please say that again.',
    cause ? { cause } : {},
  );
