export type { Desk, HandoffRequest, StaffDesk, TicketRequest } from './contract.ts';
export { createDesk } from './create-desk.ts';
export { createStaffDesk, type StaffDeskOptions } from './create-staff-desk.ts';
export { PresenceBoard } from './floor/presence.ts';
export { forgetDeskRows, stillNeeded } from './forget.ts';
export {
  type DeskRoutesOptions,
  deskRoutes,
  keepReplies,
  type RatingRoutesOptions,
  ratingRoutes,
} from './rest/index.ts';
export { type DeskSocketOptions, deskSocket } from './socket/index.ts';
