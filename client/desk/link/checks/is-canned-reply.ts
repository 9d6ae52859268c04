import Value from 'typebox/value';
import { CannedReply } from '#protocol/desk/ticket';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isCannedReply = (value: unknown): value is CannedReply => Value.Check(CannedReply, value);
