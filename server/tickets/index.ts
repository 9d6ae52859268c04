export type { TicketRequest, Tickets } from './contract.ts';
export { draftTicket } from './draft.ts';
export { forgetLooseTickets, forgetTickets, withOpenTickets } from './forget.ts';
export {
  changeTicket,
  createTickets,
  listTickets,
  readTicket,
  ticketsOf,
  ticketsSince,
  writeTicket,
} from './tickets.ts';
