import type { ServerEvent } from '#protocol';
import { HexkeyError } from '../errors.ts';

export type ErrorEvent = Extract<ServerEvent, { type: 'error' }>;

/** What the shopper is told of an error. Anything that has no code is told as `internal`, without its insides. */
export function errorEvent(error: unknown, id?: string): ErrorEvent {
  const coded =
    error instanceof HexkeyError
      ? error
      : new HexkeyError('internal', 'That went wrong on our side. Please try again.', { cause: error });
  return {
    type: 'error',
    code: coded.code,
    message: coded.message,
    retryable: coded.retryable,
    ...(id === undefined ? {} : { id }),
  };
}
