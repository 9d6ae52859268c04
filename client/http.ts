import { type ErrorCode, errorCodes } from '#protocol/error-codes';

/**
 * What every page asks the server for outside its socket goes through here. Plain `fetch` beneath, without ky or the like:
 * each page has a budget for its scripts, and to try again is up to who asks (the query client, the guide's list of unsent
 * moves), who knows whether it may.
 */

/** An answer that says no. Without a network `fetch` itself rejects with a TypeError instead. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: ErrorCode;
  /** Of the answer, by HTTP. */
  readonly status: number;

  constructor(code: ErrorCode, message: string, status: number = errorCodes[code].status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export type Check<T> = (value: unknown) => value is T;

export interface RequestParts {
  /** GET where absent. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a picture as what it is. */
  body?: object | Blob;
  /** Of a shopper, who has no cookie. */
  token?: string;
  headers?: Record<string, string>;
}

/**
 * Sends a request with the session's cookie and answers what `check` accepts. Rejects with `RefusedError` where the server
 * says no or answers something else, with a TypeError where it cannot be reached.
 */
export async function request<T>(path: string, check: Check<T>, parts: RequestParts = {}): Promise<T> {
  const { method = 'GET', body, token, headers } = parts;
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
      ...headers,
    },
    ...(body && { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  const value = parsed(await response.text());
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
  if (text === '') return undefined;
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
    errorCodeOf(code) ?? (status === 401 ? 'not_signed_in' : status === 404 ? 'not_found' : 'internal'),
    typeof message === 'string' ? message : `HTTP ${status}`,
    status,
  );
}

const fieldsOf = (value: unknown): { code?: unknown; message?: unknown } =>
  typeof value === 'object' && value !== null ? value : {};

export const errorCodeOf = (code: unknown): ErrorCode | undefined =>
  typeof code === 'string' && isErrorCode(code) ? code : undefined;

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);
