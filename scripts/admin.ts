import { administer } from '../server/app/admin.ts';
import { createLog } from '../server/app/log.ts';
import { readSettings } from '../server/config.ts';
import { withEnvFile } from '../server/env-file.ts';
import { HexkeyError } from '../server/errors.ts';

/** `npm run admin -- <command>`: what whoever has the machine may do without signing in. */
const settings = readSettings(withEnvFile(process.env));
const log = createLog('error');
administer(process.argv.slice(2), settings, log).then(
  (answer) => console.log(answer),
  (error: unknown) => {
    if (error instanceof HexkeyError) console.error(error.message);
    else log.fatal({ err: error }, 'the command failed');
    process.exitCode = 1;
  },
);
