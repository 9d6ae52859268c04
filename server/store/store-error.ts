import { HexkeyError } from '../errors.ts';

/** SQLSTATE 53100 and the system's own names for a full disk; 51 is ENOSPC inside WebAssembly (WASI). */
const diskFullCodes = new Set<unknown>(['53100', 'ENOSPC', 'EDQUOT']);
const wasiNoSpace = 51;

/**
 * PostgreSQL shuts down, starts up or has no connection left (classes 57P, 08 and 53300); the network's own names for
 * nobody being there.
 */
const unreachableCodes = new Set<unknown>([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Where the client of PostgreSQL gives no code. */
const unreachableMessages = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
]);

/**
 * The coded error of a store failure that a person can do something about, waiting included; `undefined` for any other.
 * Nothing of the failure's own message is in it: that may hold what was to be stored.
 */
export function storeError(error: unknown): HexkeyError | undefined {
  for (const cause of causesOf(error)) {
    if (isDiskFull(cause))
      return new HexkeyError(
        'disk_full',
        'The disk is full, so nothing can be stored. Free some space, then try again.',
        { cause: error },
      );
    if (isUnreachable(cause))
      return new HexkeyError(
        'store_unavailable',
        'The records cannot be reached right now. Nothing that was confirmed is lost; try again in a moment.',
        { cause: error },
      );
  }
  return undefined;
}

/** The coded error of anything that failed: its own, the store's, or `internal` with words that give nothing away. */
export const codedError = (error: unknown, internal: string): HexkeyError =>
  error instanceof HexkeyError
    ? error
    : (storeError(error) ?? new HexkeyError('internal', internal, { cause: error }));

function* causesOf(error: unknown): Iterable<Error> {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth++)
    yield cause;
}

const isDiskFull = (error: Error) =>
  ('code' in error && diskFullCodes.has(error.code)) ||
  (error.name === 'ErrnoError' && 'errno' in error && error.errno === wasiNoSpace);

const isUnreachable = (error: Error) =>
  unreachableMessages.has(error.message) ||
  ('code' in error &&
    (unreachableCodes.has(error.code) ||
      (typeof error.code === 'string' && /^08[0-9A-Z]{3}$/.test(error.code))));

/** Whether a row broke a unique constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown): boolean {
  for (const cause of causesOf(error)) if ('code' in cause && cause.code === '23505') return true;
  return false;
}
