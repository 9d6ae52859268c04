import type { ErrorCode } from '#protocol/error-codes';

/** What went wrong and what to do, for whoever sees it. */
export const errorsEn: Record<ErrorCode, string> = {
  bad_message: 'This page and the server do not understand each other. Reload the page.',
  bad_request: 'That could not be read. Please say it another way.',
  message_too_large: 'That was too long. Please send it in shorter pieces.',
  unsupported_protocol: 'This page is older than the server. Reload it to go on.',
  unsupported_audio: 'The server cannot read this microphone’s sound. You can type instead.',
  out_of_order: 'Some sound got lost on the way. Please say it once more.',
  not_signed_in: 'The shop has not said who you are. Sign in there and open this again.',
  token_expired: 'You were signed out after a while. Sign in again to go on.',
  foreign_origin: 'This page is not one of the shop’s own. Open the assistant from the shop.',
  forbidden: 'That is not open to this account.',
  not_found: 'That was not found among your orders.',
  conflict: 'Something changed in the meantime. Please ask again.',
  too_late: 'That order is past the point where it can be changed.',
  bad_signature: 'The shop’s signature does not match. Open the assistant from the shop again.',
  rate_limited: 'That was a lot at once. Wait a few seconds and try again.',
  overloaded: 'Many people are talking to us right now. Please try again in a moment.',
  resume_expired: 'The last conversation has ended. A new one has begun.',
  calls_off: 'Live calls are not switched on at this shop yet. You can go on by voice or text.',
  recording_failed: 'The call could not be recorded any further.',
  recogniser_failed: 'I did not catch that. Please say it again, or type it.',
  model_missing: 'Listening is not set up on this server. You can type instead.',
  store_in_use: 'The shop’s records are out of reach for now. Please try later.',
  disk_full: 'The server has no room left. Please try later.',
  internal: 'Something went wrong on our side. Please try again.',
};
