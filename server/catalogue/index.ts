export {
  commonNouns,
  everyChineseNoun,
  inChinese,
  nounsInChinese,
  withoutChineseNouns,
} from './chinese-nouns.ts';
export type { Catalogue } from './contract.ts';
export { createCatalogue } from './create-catalogue.ts';
export { type DeliveryOption, readDeliveryOptions } from './delivery-options.ts';
export * from './finding/index.ts';
export { readProducts } from './product-rows.ts';
export { type CatalogueRoutesOptions, catalogueRoutes } from './routes.ts';
export { saveDeliveryOptions, saveProducts } from './save.ts';
