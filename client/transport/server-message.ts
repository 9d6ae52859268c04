import type { PageMessage } from '#protocol/voice';
import { isServerMessage } from './checks.ts';

/** Loaded apart from the page's first scripts: checking messages weighs more than the socket. Throws on anything else. */
export function readServerMessage(text: string): PageMessage {
  const value: unknown = JSON.parse(text);
  if (isServerMessage(value)) return value;
  throw new Error('The server sent what is no message of this protocol');
}
