import type { Department } from '#protocol';
import type { TicketRequest } from './contract.ts';

const hourMs = 3_600_000;

/** Hours within which staff answer what a shopper asked for through Hexkey, and what each department takes up itself. */
const answerWithinHours: Record<TicketRequest['kind'] | Department, number> = {
  complaint: 24,
  defect: 48,
  other: 72,
  support: 24,
  billing: 24,
  logistics: 24,
  technical: 48,
  returns: 48,
  spare_parts: 72,
};

/** By when a ticket is answered. */
export const dueAt = (of: TicketRequest['kind'] | Department, openedAt: Date): Date =>
  new Date(openedAt.getTime() + answerWithinHours[of] * hourMs);

const departmentOf: Record<TicketRequest['kind'], Department> = {
  complaint: 'support',
  defect: 'technical',
  other: 'support',
};

/** Who sees to it where nothing more is known. */
export const usualDepartment = (kind: TicketRequest['kind']): Department => departmentOf[kind];
