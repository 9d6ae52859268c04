import { HexkeyError } from '../server/errors.ts';
import { startServer } from '../server/main.ts';

/** The server half of `npm run dev`. */
startServer(process.argv.slice(2), process.env).catch((error: unknown) => {
  console.error(error instanceof HexkeyError ? error.message : error);
  process.exit(1);
});
