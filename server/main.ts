import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { FastifyBaseLogger } from 'fastify';
import { announce } from './app/announce.ts';
import { createLog } from './app/log.ts';
import { buildApp } from './app.ts';
import { findWorker } from './calls/media/index.ts';
import { readSettings, type Settings } from './config.ts';
import { withEnvFile } from './env-file.ts';
import { HexkeyError } from './errors.ts';
import { lanAddresses, localCertificate } from './lan/index.ts';

/** Listens until SIGINT or SIGTERM, then closes gracefully; a second signal ends the process at once. */
export async function startServer(args: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { lan } = readArguments(args);
  const given = readSettings(withEnvFile(environment));
  const addresses = lan ? lanAddresses() : [];
  const settings = lan ? onNetwork(given, addresses) : given;
  const certificate = lan ? await localCertificate(settings.HEXKEY_DATA, addresses) : undefined;
  const log = createLog(settings.HEXKEY_LOG);
  endOnFault(log);
  const app = await buildApp(settings, { log, ...(certificate ? { certificate } : {}) });
  closeOnSignal(() => app.close(), log);
  try {
    await app.listen({
      host: settings.HOST,
      port: settings.PORT,
      listenTextResolver: () => 'listening',
    });
  } catch (error) {
    await app.close();
    throw listenError(error, settings);
  }
  const { port } = app.server.address() as AddressInfo;
  await announce({
    port,
    host: settings.HOST,
    secure: lan,
    addresses,
    calls: findWorker(settings) !== undefined,
    publicUrl: settings.HEXKEY_PUBLIC_URL,
    setUpToken: await app.setUpToken(),
  });
}

/** Everything listens on all networks; callers are told the address that phones beside this machine reach. */
const onNetwork = (settings: Settings, [first]: string[]): Settings => ({
  ...settings,
  HOST: '0.0.0.0',
  ...(first && !settings.HEXKEY_MEDIA_ANNOUNCED ? { HEXKEY_MEDIA_ANNOUNCED: first } : {}),
});

function readArguments(args: string[]): { lan: boolean } {
  try {
    return { lan: parseArgs({ args, options: { lan: { type: 'boolean', default: false } } }).values.lan };
  } catch {
    throw new HexkeyError(
      'bad_request',
      `npm start knows one option, \`npm start -- --lan\`; it was given: ${args.join(' ')}`,
    );
  }
}

/** Node would print the error whole, and with it whatever it was given: people's words, addresses, hashes. */
function endOnFault(log: FastifyBaseLogger): void {
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ err: error, origin }, 'a fault that nothing caught ends the process');
    process.exit(1);
  });
}

function closeOnSignal(close: () => Promise<unknown>, log: FastifyBaseLogger): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      console.error('Closing. Once more ends it at once.');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ err: error }, 'the server could not close in order');
          process.exit(1);
        },
      );
    });
  }
}

function listenError(error: unknown, { HOST, PORT }: Settings): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new HexkeyError(
        'conflict',
        `Port ${PORT} is taken by another program. Stop that one, or choose another port: PORT=${PORT + 1} npm start`,
        { cause: error },
      );
    case 'EACCES':
      return new HexkeyError(
        'forbidden',
        `This user may not listen on port ${PORT}. Choose one above 1023: PORT=8787 npm start`,
        {
          cause: error,
        },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HexkeyError(
        'bad_request',
        `This machine has no address ${HOST}. Set HOST to one it has, or to 0.0.0.0 for all.`,
        {
          cause: error,
        },
      );
    default:
      return error;
  }
}
