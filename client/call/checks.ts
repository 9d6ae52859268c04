// A production build puts compiled checks in this module's place: see transport/compiled-check-plugin.ts.
import Value from 'typebox/value';
import { DrawEvent, PeerPointing, PeerView } from '#protocol/call/drawing';
import { CallEvent } from '#protocol/call/event';

export const isCallEvent = (value: unknown): value is CallEvent => Value.Check(CallEvent, value);
export const isDrawEvent = (value: unknown): value is DrawEvent => Value.Check(DrawEvent, value);
export const isPeerPointing = (value: unknown): value is PeerPointing => Value.Check(PeerPointing, value);
export const isPeerView = (value: unknown): value is PeerView => Value.Check(PeerView, value);
