import Value from 'typebox/value';
import { CallRecording } from '#protocol/desk/recording';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isCallRecording = (value: unknown): value is CallRecording => Value.Check(CallRecording, value);
