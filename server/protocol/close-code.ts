import { type ErrorCode, errorCodes } from './error-codes.ts';

/**
 * Why the server closed a voice socket: 4000 and the HTTP status of the error, whose code is the close reason. Beside
 * these: 1000 after `bye`, 1012 when the server restarts (come back and resume), and the two below.
 */
export const closeCodeOf = (code: ErrorCode): number => 4000 + errorCodes[code].status;

/** The session goes on over a newer socket, for example in a second window. */
export const takenOverCloseCode = 4409;
/** Nothing was said or typed for long, or no hello came. */
export const idleCloseCode = 4408;
export const restartCloseCode = 1012;
