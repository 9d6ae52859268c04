export { asGiven } from './as-given.ts';
export type { Db, Store } from './contract.ts';
export { openStore, type StoreOptions } from './open-store.ts';
export { codedError, isUniqueViolation, storeError } from './store-error.ts';
