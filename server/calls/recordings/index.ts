export type { CallRecorder } from './call-recorder.ts';
export { type CallRecordings, createRecordings, type RecordingsOptions } from './create-recordings.ts';
export type { RecordingShelf } from './recording-shelf.ts';
