import { HexkeyError } from '../../errors.ts';
import { FairQueue } from '../fair-queue.ts';
import type { SpeechLog } from '../log.ts';
import { type Decoding, type Recogniser, RecogniserLost } from '../recogniser/contract.ts';
import type { DecodeRequest, RecogniserPool } from './contract.ts';
import { type LoadLevel, LoadMeter } from './load-meter.ts';
import { type Preparation, Preparations } from './preparations.ts';
import { RecentTalkers } from './recent-talkers.ts';
import { RecogniserSlot } from './recogniser-slot.ts';

/** Times one request may lose its recogniser before the request is held to be the reason. */
const maxLosses = 3;
/** More waiting finals than this for each recogniser are seconds of delay. */
const maxWaitingFinals = 30;

interface Job {
  /** The talker. */
  owner: symbol;
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
  readonly #slots: RecogniserSlot[];
  readonly #finals = new FairQueue<Job>();
  readonly #partials = new FairQueue<Job>();
  readonly #preparations: Preparations;
  readonly #meter = new LoadMeter();
  readonly #talkers = new RecentTalkers();
  readonly #log: SpeechLog;
  #closed = false;

  private constructor(options: PoolOptions) {
    this.#log = options.log;
    this.#slots = Array.from({ length: options.size }, () => new RecogniserSlot(options.start, options.log));
    this.#preparations = new Preparations(this.#slots);
  }

  /** Ready when every recogniser is. */
  static async open(options: PoolOptions): Promise<Pool> {
    const pool = new Pool(options);
    try {
      await Promise.all(pool.#slots.map((slot) => slot.open()));
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
    this.#talkers.heard(request.talker);
    if (request.kind === 'partial' && this.#finals.size > 0) {
      if (this.#talkers.several) this.#meter.waited(Number.POSITIVE_INFINITY);
      return Promise.resolve(undefined);
    }
    if (request.kind === 'final' && !this.#makeRoom(request.talker)) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const { talker, signal } = request;
      const job: Job = { owner: talker, request, since: performance.now(), losses: 0, resolve, reject };
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
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  /** Where finals wait for seconds, those are refused whose talker has more of them waiting than anybody else. */
  #makeRoom(talker: symbol): boolean {
    if (this.#finals.size < maxWaitingFinals * this.#slots.length) return true;
    const refused = this.#finals.takeNewestOfMost(this.#finals.countOf(talker) + 1);
    refused?.reject(tooMany());
    return refused !== undefined;
  }

  #queueOf(job: Job): FairQueue<Job> {
    return job.request.kind === 'final' ? this.#finals : this.#partials;
  }

  #serve(): void {
    if (this.#closed) return;
    for (const slot of this.#slots.filter((slot) => slot.free)) {
      const job = this.#finals.take() ?? (this.#partialsMayStart() ? this.#partials.take() : undefined);
      if (!job) break;
      if (this.#talkers.several) this.#meter.waited(performance.now() - job.since);
      void this.#run(slot, job);
    }
    const preparation = this.#preparations.take();
    if (preparation) void this.#prepare(preparation);
  }

  async #prepare({ slot, likely }: Preparation): Promise<void> {
    slot.work = 'preparation';
    try {
      await (slot.recogniser as Recogniser).prepare?.(likely);
    } catch (error) {
      if (this.#closed) return;
      this.#log.warn({ err: error }, 'A recogniser could not get ready for a guide');
      if (error instanceof RecogniserLost) this.#replace(slot);
    } finally {
      slot.work = undefined;
      this.#serve();
    }
  }

  /** While busy one recogniser is kept for the finals that will come, where there is more than one. */
  #partialsMayStart(): boolean {
    if (this.load === 'normal') return true;
    const running = this.#slots.filter((slot) => slot.work === 'partial').length;
    return running < Math.max(1, this.#slots.length - 1);
  }

  async #run(slot: RecogniserSlot, job: Job): Promise<void> {
    const { audio, draft, kind, likely, words } = job.request;
    slot.work = kind;
    try {
      job.resolve(
        await (slot.recogniser as Recogniser).decode(
          audio(),
          draft,
          likely,
          this.load === 'normal' ? words : undefined,
        ),
      );
    } catch (error) {
      if (error instanceof RecogniserLost && !this.#closed) this.#recover(slot, job, error);
      else if (this.#closed) job.resolve(undefined);
      else job.reject(error as Error);
    } finally {
      slot.work = undefined;
      this.#serve();
    }
  }

  #recover(slot: RecogniserSlot, job: Job, error: RecogniserLost): void {
    job.losses++;
    this.#log.warn({ err: error, kind: job.request.kind, losses: job.losses }, 'A recogniser was lost');
    if (job.losses >= maxLosses) job.reject(unavailable(error));
    else if (job.request.signal?.aborted) job.resolve(undefined);
    else this.#queueOf(job).addFirst(job);
    this.#replace(slot);
  }

  #replace(slot: RecogniserSlot): void {
    slot
      .replace(() => this.#giveUpIfNoneIsLeft())
      .then(() => this.#serve())
      .catch((error: unknown) => this.#log.error({ err: error }, 'A recogniser could not be replaced'));
  }

  #giveUpIfNoneIsLeft(): void {
    if (this.#slots.some((slot) => slot.recogniser)) return;
    for (const job of [...this.#finals.drain(), ...this.#partials.drain()]) job.reject(unavailable());
  }
}

const tooMany = () =>
  new HexkeyError('overloaded', 'Too many people are speaking at once. Try again in a moment.');

const unavailable = (cause?: Error) =>
  new HexkeyError(
    'recogniser_failed',
    'Speech recognition stopped for a moment. Please say that again.',
    cause ? { cause } : {},
  );
