export type { CallMember, Calls, EndReason, Seat } from './contract.ts';
export { type CallsOptions, createCalls, type OpenedCalls } from './create-calls.ts';
export { type StillRoutesOptions, stillRoutes } from './stills/routes.ts';
