export { forgetReadChanges } from './forget.ts';
export { noteChange } from './note-change.ts';
export { redactChanges } from './redact.ts';
export { type FeedRoutesOptions, feedRoutes, unseenChanges } from './routes.ts';
export { Cursor, ShopChange } from './schemas.ts';
