import { HexkeyError } from '../errors.ts';

/** SQLSTATE 53100 and the system's own names for a full disk; 51 is ENOSPC inside WebAssembly (WASI). */
const diskFullCodes = new Set<unknown>(['53100', 'ENOSPC', 'EDQUOT']);
const wasiNoSpace = 51;

/** The coded error of a store failure that a person can do something about; `undefined` for any other. */
export function storeError(error: unknown): HexkeyError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (isDiskFull(cause))
      return new HexkeyError(
        'disk_full',
        'The disk is full, so nothing can be stored. Free some space, then try again.',
        { cause: error },
      );
  return undefined;
}

const isDiskFull = (error: Error) =>
  ('code' in error && diskFullCodes.has(error.code)) ||
  (error.name === 'ErrnoError' && 'errno' in error && error.errno === wasiNoSpace);

/** Whether a row broke a unique constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && cause.code === '23505') return true;
  return false;
}
