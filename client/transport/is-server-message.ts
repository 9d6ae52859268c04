import Value from 'typebox/value';
import { PageMessage } from '#protocol/voice';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isServerMessage = (value: unknown): value is PageMessage => Value.Check(PageMessage, value);
