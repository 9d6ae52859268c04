/** Requests that are told by their words alone. */
export type Said =
  | 'next'
  | 'back'
  | 'repeat'
  | 'restart'
  | 'time'
  | 'tools'
  | 'fasteners'
  | 'where'
  | 'stuck'
  | 'pause'
  | 'continue'
  | 'person';

/** What somebody who builds can ask of an open guide. Parts go by their ids, steps as places do: 0 is laying out. */
export type Command =
  | { kind: Said }
  /** Absent where a step was asked for that the guide does not have. */
  | { kind: 'go'; step?: number }
  /** Absent: the part that is needed now, or was spoken of last. */
  | { kind: 'show'; part?: string }
  | { kind: 'size'; part?: string };
