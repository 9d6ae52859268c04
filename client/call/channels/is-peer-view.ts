import Value from 'typebox/value';
import { PeerView } from '#protocol/call/drawing';

/** A production build puts a compiled check in this module's place: see transport/compiled-check-plugin.ts. */
export const isPeerView = (value: unknown): value is PeerView => Value.Check(PeerView, value);
