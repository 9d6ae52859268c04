import type { CallSnapshot } from '../contract.ts';
import { CallRefusedError, LineCutError } from '../link/call-link.ts';

/** An error as the snapshot shows it. */
export function seenError(error: unknown): NonNullable<CallSnapshot['error']> {
  if (error instanceof CallRefusedError) return { code: error.code, message: error.message };
  if (error instanceof LineCutError) return { code: 'line_cut', message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: isUnsupported(error) ? 'no_webrtc' : 'internal', message };
}

/** Trying again would fail again. */
export const isFinal = (error: unknown): boolean =>
  isUnsupported(error) || (error instanceof CallRefusedError && !error.retryable);

/** mediasoup-client's own name for a browser without WebRTC. */
const isUnsupported = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnsupportedError';
