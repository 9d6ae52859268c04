import Value from 'typebox/value';
import { DrawEvent } from '#protocol/call/drawing';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isDrawEvent = (value: unknown): value is DrawEvent => Value.Check(DrawEvent, value);
