export { asGiven } from './as-given.ts';
export type { Db, Store } from './contract.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { isUniqueViolation, storeError } from './store-error.ts';
