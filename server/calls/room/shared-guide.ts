import type { CallGuide, GuideProgress } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Guides } from '../../guides/contract.ts';
import type { Db } from '../../store/index.ts';

export interface SharedGuideParts {
  guides: Guides;
  db: Db;
  customer: string;
}

/** The guide in the customer's hands as a call shares it. Where they are is the store's to say; who looks where is the call's. */
export class SharedGuide {
  readonly #parts: SharedGuideParts;
  #guide: CallGuide | undefined;

  constructor(parts: SharedGuideParts) {
    this.#parts = parts;
  }

  get state(): CallGuide | undefined {
    return this.#guide;
  }

  /** Reads where the customer is now. Answers the guide when it is not what it was. */
  async refresh(): Promise<CallGuide | undefined> {
    const progress = await this.#parts.guides.current(this.#parts.customer);
    return progress && this.#set(progress);
  }

  /** Throws `not_found` where no guide is open, `bad_request` for a step it does not have. */
  async goTo(step: number): Promise<CallGuide | undefined> {
    const { guides, db, customer } = this.#parts;
    return this.#set(await guides.move(db, customer, this.#open().progress, { step, repeats: 0 }));
  }

  pointAt(part: string | null): CallGuide {
    const guide = this.#open();
    const known = this.#parts.guides.get(guide.slug)?.parts.some(({ id }) => id === part);
    if (part !== null && !known)
      throw new HexkeyError('not_found', 'The guide that is open has no such part.');
    const { part: _, ...rest } = guide;
    this.#guide = part === null ? rest : { ...rest, part };
    return this.#guide;
  }

  follow(follow: boolean): CallGuide {
    this.#guide = { ...this.#open(), follow };
    return this.#guide;
  }

  /** The part that glows belongs to the step it was pointed at in. */
  #set(progress: GuideProgress): CallGuide | undefined {
    const { id, guide: slug, step, enteredAt } = progress;
    const before = this.#guide;
    if (before?.progress === id && before.step === step) return undefined;
    this.#guide = { progress: id, slug, step, enteredAt, follow: before?.follow ?? true };
    return this.#guide;
  }

  #open(): CallGuide {
    if (this.#guide) return this.#guide;
    throw new HexkeyError('not_found', 'No guide is open in this call.');
  }
}
