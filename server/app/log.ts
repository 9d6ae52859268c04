import type { FastifyBaseLogger } from 'fastify';
import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { errorSummary } from './error-summary.ts';

/**
 * Lines for a person where standard output is a terminal, JSON else, or into `destination`. Nobody's words, names,
 * addresses or tokens are ever passed to it, and of errors it writes a summary that has none; the redaction is for the day
 * that someone forgets.
 */
export function createLog(level: string, destination?: DestinationStream): FastifyBaseLogger {
  const options = {
    level,
    serializers: { err: (error: unknown) => errorSummary(error) },
    hooks: { logMethod: withoutErrorMessage },
    redact: ['req', 'res', '*.token', '*.authorization', '*.text', '*.words', '*.address', '*.email'],
  };
  if (destination) return pino(options, destination);
  return process.stdout.isTTY
    ? pino(
        options,
        pretty({ sync: true, colorize: true, ignore: 'pid,hostname,reqId', translateTime: 'HH:MM:ss' }),
      )
    : pino(options);
}

/** An error that is logged without a message of its own would lend the line its own. */
function withoutErrorMessage(this: Logger, args: Parameters<LogFn>, log: LogFn): void {
  const [first, message] = args as unknown[];
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  if (error instanceof Error && message === undefined) log.call(this, { err: error }, 'an error');
  else log.apply(this, args);
}
