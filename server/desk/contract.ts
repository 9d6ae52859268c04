import type { Moment } from '../protocol/index.ts';
import type { Db } from '../store/contract.ts';

export interface TicketRequest {
  customer: string;
  conversation: string;
  kind: 'defect' | 'complaint' | 'other';
  summary: string;
  /** Key facts staff would otherwise ask for: order, product, part, what happened. */
  facts: { label: string; value: string }[];
  order?: string;
  idempotencyKey: string;
}

export interface HandoffRequest {
  customer: string;
  conversation: string;
  reason: string;
  /** Higher is sooner. */
  priority: number;
  order?: string;
  idempotencyKey: string;
}

/** What staff work from. Both methods run in the caller's transaction and answer the first result again for a known key. */
export interface Desk {
  openTicket(tx: Db, request: TicketRequest): Promise<{ number: string; dueAt: Moment }>;
  requestHandoff(tx: Db, request: HandoffRequest): Promise<{ position: number; requestedAt: Moment }>;
}
