import Value from 'typebox/value';
import { InternalNote } from '#protocol/desk/queue';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isInternalNote = (value: unknown): value is InternalNote => Value.Check(InternalNote, value);
