export type { CallMember, CallParticipant, Calls, EndReason } from './contract.ts';
export { type CallsOptions, createCalls, type OpenedCalls } from './create-calls.ts';
export { type CallRecordings, createRecordings } from './recordings/index.ts';
export type { Routers } from './room/room-media.ts';
export { withoutWorkers } from './room/without-workers.ts';
export { type StillRoutesOptions, stillRoutes } from './stills/routes.ts';
