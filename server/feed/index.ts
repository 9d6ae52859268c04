export { forgetReadChanges } from './forget.ts';
export { noteChange } from './note-change.ts';
export { unseenChanges } from './read-changes.ts';
export { redactChanges } from './redact.ts';
export { type FeedRoutesOptions, feedRoutes } from './routes.ts';
export { Cursor, ShopChange } from './schemas.ts';
