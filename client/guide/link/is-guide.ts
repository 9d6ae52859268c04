import Value from 'typebox/value';
import { Guide } from '#protocol/guide';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isGuide = (value: unknown): value is Guide => Value.Check(Guide, value);
