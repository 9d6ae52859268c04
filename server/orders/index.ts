export type { Act, Allowed, OrderOptions, Orders, RefundView } from './contract.ts';
export { createOrders, type OrdersOptions } from './create-orders.ts';
export { addDays, dayOf, daysBetween } from './days.ts';
export { type OrderEventKind, orderEventKinds } from './event-kinds.ts';
export { TooLateError, type TooLateReason } from './too-late.ts';
