import { fromRoot } from '../paths.ts';

/** Written by `npm run db:generate` from every feature's `tables.ts`; applied at start on both engines. */
export const migrationsFolder = fromRoot('server', 'store', 'migrations');
