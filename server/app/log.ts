import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import pretty from 'pino-pretty';

/**
 * Lines for a person where standard output is a terminal, JSON else. Nobody's words, names, addresses or tokens are ever
 * passed to it; the redaction is for the day that someone forgets.
 */
export function createLog(level: string): FastifyBaseLogger {
  const options = {
    level,
    redact: ['req', 'res', '*.token', '*.authorization', '*.text', '*.words', '*.address', '*.email'],
  };
  return process.stdout.isTTY
    ? pino(
        options,
        pretty({ sync: true, colorize: true, ignore: 'pid,hostname,reqId', translateTime: 'HH:MM:ss' }),
      )
    : pino(options);
}
