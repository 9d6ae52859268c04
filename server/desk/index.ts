export type { Desk, HandoffRequest, TicketRequest } from './contract.ts';
export { createDesk } from './create-desk.ts';
