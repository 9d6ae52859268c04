import Value from 'typebox/value';
import { Still } from '#protocol/call/room';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isStill = (value: unknown): value is Still => Value.Check(Still, value);
