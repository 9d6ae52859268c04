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
