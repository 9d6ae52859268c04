import type { Department, Fact, Moment } from '#protocol';
import type { Db } from '../store/contract.ts';

/** What a shopper has seen to through Hexkey. */
export interface TicketRequest {
  customer: string;
  conversation: string;
  /** By when it is answered hangs on it. */
  kind: 'defect' | 'complaint' | 'other';
  /** Who sees to it, where that is known. */
  department?: Department;
  summary: string;
  /** Key facts staff would otherwise ask for: order, product, part, what happened. */
  facts: Fact[];
  order?: string;
  product?: string;
  part?: string;
  idempotencyKey: string;
}

/** Tickets as Hexkey opens them for a shopper. */
export interface Tickets {
  /** In the caller's transaction; the first result again for a known key. */
  open(tx: Db, request: TicketRequest): Promise<{ number: string; dueAt: Moment }>;
}
