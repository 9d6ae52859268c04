import Value from 'typebox/value';
import { PeerPointing } from '#protocol/call/drawing';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isPeerPointing = (value: unknown): value is PeerPointing => Value.Check(PeerPointing, value);
