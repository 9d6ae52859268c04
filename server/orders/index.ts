export type { Act, Allowed, OrderOptions, Orders, RefundView } from './contract.ts';
export { createOrders, type OrdersOptions } from './create-orders.ts';
export { addDays, dayOf, daysBetween } from './days.ts';
export { type OrderEventKind, orderEventKinds } from './event-kinds.ts';
export { saveCustomers, saveOrders } from './import/save.ts';
export { ImportedCustomer, ImportedOrder } from './import/schemas.ts';
export { hasCustomers } from './read-orders.ts';
export { shiftOrders } from './shift-orders.ts';
export { TooLateError, type TooLateReason } from './too-late.ts';
