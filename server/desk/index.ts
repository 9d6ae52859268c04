export type { Desk, HandoffRequest, StaffDesk } from './contract.ts';
export { createDesk } from './create-desk.ts';
export { createStaffDesk, type StaffDeskOptions } from './create-staff-desk.ts';
export { forgetDeskRows, stillNeeded } from './forget.ts';
export { Attendance, PresenceBoard } from './hand-offs/attendance.ts';
export { releaseHandoff } from './hand-offs/hand-over.ts';
export {
  type DeskRoutesOptions,
  deskRoutes,
  keepReplies,
  type RatingRoutesOptions,
  ratingRoutes,
} from './rest/index.ts';
export { type DeskPluginOptions, deskPlugin } from './socket/index.ts';
