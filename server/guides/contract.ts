import type { Guide, GuideBrief, GuideMove, GuideProgress, MissingParts, Moment } from '#protocol';
import type { Db } from '../store/contract.ts';

/** The shop's guides and how far each customer is with them. Another customer's progress reads as not found. */
export interface Guides {
  list(): GuideBrief[];
  /** The guide that builds a product, if there is one. */
  forProduct(product: string): Guide | undefined;
  get(slug: string): Guide | undefined;
  /** The guide, for somebody to read. Throws `not_found`, or `conflict` where there is one with a fault in it. */
  shown(slug: string): Guide;
  /** The customer's place in a guide: where they left off, or laying out the parts. */
  open(customer: string, slug: string, order?: string): Promise<GuideProgress>;
  /** Their place by its code, on another phone. */
  resume(customer: string, code: string): Promise<GuideProgress>;
  /** Where they are with anything now: for commands by voice and for staff. */
  current(customer: string): Promise<GuideProgress | undefined>;
  /** All they have begun, the latest first; 50 at most. */
  begun(customer: string): Promise<GuideProgress[]>;
  /** Runs in the caller's transaction where `db` is one. */
  move(db: Db, customer: string, id: string, move: GuideMove): Promise<GuideProgress>;
  /** Opens a ticket that names each missing part and the order; the same report again answers the same ticket. */
  reportMissing(
    customer: string,
    id: string,
    report: MissingParts,
  ): Promise<{ number: string; dueAt: Moment }>;
}
