/**
 * Every error that can reach a person. `code` is stable and documented; `status` is its HTTP status; `retryable`
 * tells a client whether the same request may succeed later. Messages say what happened and what to do.
 */
export const errorCodes = {
  bad_message: { status: 400, retryable: false },
  bad_request: { status: 400, retryable: false },
  message_too_large: { status: 413, retryable: false },
  unsupported_protocol: { status: 400, retryable: false },
  unsupported_audio: { status: 415, retryable: false },
  out_of_order: { status: 409, retryable: false },
  not_signed_in: { status: 401, retryable: false },
  token_expired: { status: 401, retryable: false },
  foreign_origin: { status: 403, retryable: false },
  forbidden: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  conflict: { status: 409, retryable: false },
  too_late: { status: 409, retryable: false },
  not_possible: { status: 409, retryable: false },
  bad_signature: { status: 401, retryable: false },
  rate_limited: { status: 429, retryable: true },
  overloaded: { status: 503, retryable: true },
  resume_expired: { status: 410, retryable: false },
  calls_off: { status: 503, retryable: false },
  recording_failed: { status: 503, retryable: false },
  recogniser_failed: { status: 503, retryable: true },
  model_missing: { status: 503, retryable: false },
  store_in_use: { status: 503, retryable: false },
  store_unavailable: { status: 503, retryable: true },
  disk_full: { status: 507, retryable: false },
  internal: { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorCodes;
