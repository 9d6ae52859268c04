export type { CallRecorder } from './call-recorder.ts';
export { createRecordings, type Recordings, type RecordingsOptions } from './create-recordings.ts';
export type { RecordingShelf } from './recording-shelf.ts';
