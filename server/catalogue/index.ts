export type { Catalogue } from './contract.ts';
export { createCatalogue } from './create-catalogue.ts';
export { type DeliveryOption, readDeliveryOptions } from './delivery-options.ts';
export { saveDeliveryOptions, saveProducts } from './save.ts';
