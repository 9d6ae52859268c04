import Value from 'typebox/value';
import { DeskEvent } from '#protocol/desk/socket';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isDeskEvent = (value: unknown): value is DeskEvent => Value.Check(DeskEvent, value);
