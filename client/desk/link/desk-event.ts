import type { DeskEvent } from '#protocol/desk/index';
import { isDeskEvent } from '../checks.ts';

/** Throws on anything that is no event of this protocol. */
export function readDeskEvent(text: string): DeskEvent {
  const value: unknown = JSON.parse(text);
  if (isDeskEvent(value)) return value;
  throw new Error('The server sent what is no event of the desk');
}
