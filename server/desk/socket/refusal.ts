import type { DeskEvent } from '#protocol';
import { codedError } from '../../store/index.ts';

export type Refusal = Extract<DeskEvent, { type: 'refused' }>;

/** What a page is told of an error. Anything without a code is told as `internal`, without its insides. */
export function refusalOf(error: unknown, id?: string): Refusal {
  const coded = codedError(error, 'That went wrong on our side. Try again.');
  const { code, message, retryable } = coded;
  return { type: 'refused', ...(id !== undefined && { id }), code, message, retryable };
}
