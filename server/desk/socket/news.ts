import type { DeskEvent } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import type { StaffDesk } from '../contract.ts';

type Snapshot = Extract<DeskEvent, { type: 'queue' | 'colleagues' | 'figures' }>;

/** Changes that come close together are told together, so long after the first; milliseconds. */
const togetherMs = 150;
/** Waiting alone raises priorities. */
const anywayMs = 15_000;

export interface NewsParts {
  desk: Pick<StaffDesk, 'queue' | 'colleagues' | 'figures'>;
  bus: Bus;
  onError: (error: unknown) => void;
}

/** What every page of the desk shows, read once for all of them whenever it may have changed. */
export class News {
  readonly #parts: NewsParts;
  readonly #listeners = new Set<(news: Snapshot) => void>();
  readonly #stops: (() => void)[];
  readonly #timer: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;

  constructor(parts: NewsParts) {
    this.#parts = parts;
    const tell = () => this.#tellSoon();
    this.#stops = (
      [
        'handoff_changed',
        'conversation_changed',
        'presence_changed',
        'customer_presence',
        'guide_moved',
      ] as const
    ).map((topic) => parts.bus.subscribe(topic, tell));
    this.#timer = setInterval(tell, anywayMs);
    this.#timer.unref();
  }

  /** Tells from now on. Answers how to stop. */
  listen(on: (news: Snapshot) => void): () => void {
    this.#listeners.add(on);
    return () => this.#listeners.delete(on);
  }

  async read(): Promise<Snapshot[]> {
    const { desk } = this.#parts;
    const [waiting, colleagues, figures] = await Promise.all([
      desk.queue(),
      desk.colleagues(),
      desk.figures(),
    ]);
    return [
      { type: 'queue', waiting },
      { type: 'colleagues', colleagues },
      { type: 'figures', figures },
    ];
  }

  stop(): void {
    clearTimeout(this.#soon);
    clearInterval(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #tellSoon(): void {
    if (this.#soon || this.#listeners.size === 0) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.read().then((all) => {
        for (const news of all) for (const tell of this.#listeners) tell(news);
      }, this.#parts.onError);
    }, togetherMs);
  }
}
