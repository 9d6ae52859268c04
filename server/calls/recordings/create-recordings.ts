import { resolve } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../../store/index.ts';
import { CallRecorder } from './call-recorder.ts';
import { openFolder } from './folder.ts';
import { createShelf, type RecordingShelf } from './recording-shelf.ts';
import type { TrackRecording } from './track-recording.ts';

export interface RecordingsOptions {
  db: Db;
  /** Where the files lie. */
  path: string;
  /** Calls are recorded. What was recorded before can be seen and deleted where not, too. */
  on: boolean;
  /** Days for which recordings are kept. */
  days: number;
  log: FastifyBaseLogger;
  now?: () => Date;
  /** What is left on the disk of a folder. */
  freeBytes?: (path: string) => Promise<number>;
}

export interface CallRecordings extends RecordingShelf {
  readonly on: boolean;
  readonly path: string;
  readonly days: number;
  /** Records a call from now on; nothing where recording is off. */
  record(call: { id: string; conversation: string }, onFailed: () => void): CallRecorder | undefined;
  /** Resolves when every file is whole. */
  close(): Promise<void>;
}

/** CallRecordings of calls: files in a folder, and rows that say what they hold. */
export function createRecordings(options: RecordingsOptions): CallRecordings {
  const { on, days, now = () => new Date() } = options;
  const path = resolve(options.path);
  const folder = openFolder(path, options.freeBytes);
  const shelf = createShelf({ ...options, folder }, now());
  const open = new Set<TrackRecording>();
  return {
    ...shelf,
    on,
    days,
    path,
    record: (call, onFailed) =>
      on ? new CallRecorder({ ...options, folder, now, open }, call, onFailed) : undefined,
    async close() {
      await Promise.all([...open].map((recording) => recording.close()));
    },
  };
}
