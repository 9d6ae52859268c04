import Value from 'typebox/value';
import { CallEvent } from '#protocol/call/event';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isCallEvent = (value: unknown): value is CallEvent => Value.Check(CallEvent, value);
