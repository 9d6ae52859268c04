export { noteChange } from './note-change.ts';
export { type FeedRoutesOptions, feedRoutes } from './routes.ts';
export type { ShopChange } from './schemas.ts';
