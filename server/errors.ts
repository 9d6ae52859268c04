import { type ErrorCode, errorCodes } from '#protocol';

/** An error whose message is fit for the person who asked. Anything else is logged and answered as `internal`. */
export class HexkeyError extends Error {
  override readonly name = 'HexkeyError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get statusCode(): number {
    return errorCodes[this.code].status;
  }

  get retryable(): boolean {
    return errorCodes[this.code].retryable;
  }
}

/** Throws `bad_request` where a list that was sent names something twice: which of the two is meant cannot be told. */
export function refuseRepeats(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new HexkeyError('bad_request', `${name} is in the list twice. Send each once.`);
    seen.add(name);
  }
}
