import { type ErrorCode, errorCodes } from '#protocol/error-codes';

/** An answer that says no. Without a network `fetch` itself rejects with a TypeError instead. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

type Check<T> = (value: unknown) => value is T;

/** Sends `body` as JSON with the session's cookie and answers what `check` accepts. */
export async function ask<T>(
  path: string,
  check: Check<T>,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'GET',
  body?: object,
): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const value = text === '' ? undefined : parsed(text);
  if (!response.ok) throw refusal(response.status, value);
  if (!check(value))
    throw new RefusedError('unsupported_protocol', 'This page is older than the server. Reload it.');
  return value;
}

export const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(check);

/** For answers of which only the status is of interest. */
export const nothing = (_value: unknown): _value is unknown => true;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refusal(status: number, value: unknown): RefusedError {
  const { code, message } = fieldsOf(value);
  return new RefusedError(
    isErrorCode(code) ? code : status === 401 ? 'not_signed_in' : status === 404 ? 'not_found' : 'internal',
    typeof message === 'string' ? message : `HTTP ${status}`,
  );
}

const fieldsOf = (value: unknown): { code?: unknown; message?: unknown } =>
  typeof value === 'object' && value !== null ? value : {};

const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);

export const errorCodeOf = (code: unknown): ErrorCode | undefined => (isErrorCode(code) ? code : undefined);
