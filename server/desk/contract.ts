import type { Department, Fact, Moment, MoodReading } from '../protocol/index.ts';
import type { Db } from '../store/contract.ts';

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

export interface HandoffRequest {
  customer: string;
  conversation: string;
  reason: string;
  mood: MoodReading;
  order?: string;
  /** Of the order, in the currency's smallest unit. */
  orderValue?: number;
  /** Since when they are at the step of the guide that is open. */
  atStepSince?: Moment;
  idempotencyKey: string;
}

/**
 * What Hexkey leaves for staff. Both methods run in the caller's transaction and answer the first result again for a known
 * key; the queue is read anew when the caller has told the bus of the conversation's change.
 */
export interface Desk {
  openTicket(tx: Db, request: TicketRequest): Promise<{ number: string; dueAt: Moment }>;
  requestHandoff(tx: Db, request: HandoffRequest): Promise<{ position: number; requestedAt: Moment }>;
}
