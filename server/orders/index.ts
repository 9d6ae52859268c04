export { noSuchOrder } from './act-once.ts';
export { type CarrierRoutesOptions, carrierRoutes } from './carriers/routes.ts';
export { carrierSecret } from './carriers/signature.ts';
export type * from './contract.ts';
export { createOrders, type OrdersOptions } from './create-orders.ts';
export { addDays, dayOf, daysBetween } from './days.ts';
export { type OrderEventKind, orderEventKinds } from './event-kinds.ts';
export { forgetOrderNotes } from './forget.ts';
export { type ImportRoutesOptions, importRoutes } from './import/routes.ts';
export { saveCustomers, saveOrders } from './import/save.ts';
export { ImportedCustomer, ImportedOrder } from './import/schemas.ts';
export { NotPossibleError } from './not-possible.ts';
export { returnWindowDays } from './options.ts';
export { savePickupPoints } from './pickup-points.ts';
export {
  type ChangeName,
  changes,
  defaultPolicies,
  readPolicies,
  type ShopPolicies,
  savePolicies,
} from './policies.ts';
export { getOrder, hasCustomers, listOrders, readCustomer } from './read-orders.ts';
export { type OrdersRoutesOptions, ordersRoutes } from './routes.ts';
export { shiftOrders } from './shift-orders.ts';
export { TooLateError, type TooLateReason } from './too-late.ts';
