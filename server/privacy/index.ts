export type { CustomerRecord, Privacy } from './contract.ts';
export { createPrivacy, type PrivacyParts } from './create-privacy.ts';
export { customerRecord } from './customer-record.ts';
export { eraseCustomer } from './erase-customer.ts';
export { createRecordLinks, type RecordLinks } from './record-links.ts';
export { type PrivacyRoutesOptions, privacyRoutes } from './routes.ts';
