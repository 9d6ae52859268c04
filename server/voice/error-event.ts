import type { ServerEvent } from '#protocol';
import { codedError } from '../store/index.ts';

export type ErrorEvent = Extract<ServerEvent, { type: 'error' }>;

/** What the shopper is told of an error. Anything that has no code is told as `internal`, without its insides. */
export function errorEvent(error: unknown, id?: string): ErrorEvent {
  const coded = codedError(error, 'That went wrong on our side. Please try again.');
  return {
    type: 'error',
    code: coded.code,
    message: coded.message,
    retryable: coded.retryable,
    ...(id === undefined ? {} : { id }),
  };
}
