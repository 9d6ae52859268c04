/**
 * What passes between a shop's page and the assistant in its frame. Both sides take messages only from the window and
 * origin they expect, and name the receiver's origin when they send.
 */
export type FromPanel =
  /** The page in the frame runs. */
  { hexkey: 'ready' } | { hexkey: 'token_wanted'; id: number } | { hexkey: 'close' };

export type FromShop =
  | { hexkey: 'token'; id: number; token: string }
  /** The shop knows of nobody who is signed in. */
  | { hexkey: 'no_token'; id: number }
  /** The panel was closed: stop listening and speaking. */
  | { hexkey: 'closed' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `undefined` for anything that is no such message; pages get all sorts of messages from others. */
export function readFromPanel(data: unknown): FromPanel | undefined {
  if (!isRecord(data)) return undefined;
  if (data.hexkey === 'ready' || data.hexkey === 'close') return { hexkey: data.hexkey };
  if (data.hexkey === 'token_wanted' && typeof data.id === 'number')
    return { hexkey: data.hexkey, id: data.id };
  return undefined;
}

/** `undefined` for anything that is no such message. */
export function readFromShop(data: unknown): FromShop | undefined {
  if (!isRecord(data)) return undefined;
  if (data.hexkey === 'closed') return { hexkey: 'closed' };
  if (typeof data.id !== 'number') return undefined;
  if (data.hexkey === 'no_token') return { hexkey: 'no_token', id: data.id };
  if (data.hexkey === 'token' && typeof data.token === 'string') {
    return { hexkey: 'token', id: data.id, token: data.token };
  }
  return undefined;
}
