import { rename, rm, stat } from 'node:fs/promises';
import { and, desc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { EncodedPacketSink, FilePathSource, Input, type InputTrack, WEBM } from 'mediabunny';
import type { CallRecording } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { callRecordings } from '../tables.ts';
import type { Folder } from './folder.ts';
import type { TrackForm } from './track-packet.ts';
import { WebmFile } from './webm-file.ts';

const dayMs = 86_400_000;
/** Tracks: as many as anybody looks through. */
const mostListed = 1_000;

export interface RecordingShelf {
  /** The newest of one conversation's calls or of all, newest first. */
  list(conversation?: string): Promise<CallRecording[]>;
  /** The name of a finished track's file in the folder. Throws `not_found`. */
  fileOf(track: string): Promise<string>;
  /** Deletes all of one call. Throws `not_found`, and `conflict` while it is being recorded. */
  remove(call: string): Promise<void>;
  /** Deletes what began before; answers how many files. */
  forget(before: Date): Promise<number>;
  /** Deletes everything of these conversations. */
  forgetConversations(conversations: string[]): Promise<void>;
  /** Closes the files that an earlier run of the server left open. */
  mendAll(): Promise<void>;
}

type Row = typeof callRecordings.$inferSelect;

/**
 * Makes a file whole that was not closed: all of it up to where it breaks off, written anew with its length. Answers length
 * and size, or `undefined` where nothing in it can be read.
 */
async function mendFile(path: string): Promise<{ durationMs: number; bytes: number } | undefined> {
  const mended = `${path}.mended`;
  const input = new Input({ formats: [WEBM], source: new FilePathSource(path) });
  try {
    const track = await firstTrack(input);
    const durationMs = track && (await copyTrack(track, mended));
    if (!durationMs) return undefined;
    await rename(mended, path);
    return { durationMs, bytes: (await stat(path)).size };
  } finally {
    input.dispose();
    await rm(mended, { force: true });
  }
}

/** None in what is no WebM. */
const firstTrack = async (input: Input): Promise<InputTrack | undefined> =>
  (await input.canRead()) ? (await input.getTracks())[0] : undefined;

async function copyTrack(track: InputTrack, path: string): Promise<number> {
  const form = formOf(track);
  if (!form) return 0;
  const file = await WebmFile.create(path, form);
  try {
    let end = 0;
    for await (const { data, timestamp, duration, type } of new EncodedPacketSink(track).packets()) {
      const times = { atMs: timestamp * 1_000, durationMs: duration * 1_000 };
      await file.add({ bytes: data, ...times, key: type === 'key' });
      end = times.atMs + times.durationMs;
    }
    await file.close();
    return Math.round(end);
  } finally {
    await file.abandon();
  }
}

function formOf(track: InputTrack): TrackForm | undefined {
  if (track.isAudioTrack() && track.codec === 'opus') return { codec: 'opus' };
  if (!track.isVideoTrack() || track.codec !== 'vp8') return undefined;
  const { codedWidth: width, codedHeight: height, rotation } = track;
  return { codec: 'vp8', width, height, rotation };
}

export function createShelf(
  { db, folder, days, log }: { db: Db; folder: Folder; days: number; log: FastifyBaseLogger },
  /** Files of rows without an end may be this run's own. */
  begunAt: Date,
): RecordingShelf {
  /** The file first: a row without a file can be deleted again, a file without a row never is. */
  const drop = async (rows: { id: string }[]) => {
    for (const { id } of rows) {
      await folder.remove(id);
      await db.delete(callRecordings).where(eq(callRecordings.id, id));
    }
    return rows.length;
  };
  const ids = { id: callRecordings.id };
  const isOver = or(isNotNull(callRecordings.endedAt), lt(callRecordings.startedAt, begunAt));
  const runs = ({ endedAt, startedAt }: Row) => endedAt === null && startedAt >= begunAt;

  const mend = async (row: Row) => {
    const about = { recording: row.id, call: row.call };
    const mended = await mendFile(folder.pathOf(row.id)).catch((error: unknown) => {
      log.warn({ ...about, err: error }, 'a recording that was cut off cannot be read');
      return undefined;
    });
    if (!mended) {
      await drop([row]);
      log.warn(about, 'a recording that was cut off held nothing and is deleted');
      return;
    }
    const endedAt = new Date(row.startedAt.getTime() + mended.durationMs);
    await db
      .update(callRecordings)
      .set({ ...mended, endedAt })
      .where(eq(callRecordings.id, row.id));
    log.info(about, 'a recording that was cut off is whole again up to there');
  };

  return {
    async list(conversation) {
      const rows = await db
        .select()
        .from(callRecordings)
        .where(conversation === undefined ? undefined : eq(callRecordings.conversation, conversation))
        .orderBy(desc(callRecordings.startedAt), desc(callRecordings.id))
        .limit(mostListed);
      const calls = new Set(rows.map(({ call }) => call));
      return [...calls].map((call) => {
        const tracks = rows.filter((row) => row.call === call).reverse();
        return shown(tracks, { days, running: tracks.some(runs) });
      });
    },

    async fileOf(track) {
      const [row] = await db.select().from(callRecordings).where(eq(callRecordings.id, track));
      if (!row?.endedAt) throw noSuchRecording();
      return folder.nameOf(track);
    },

    async remove(call) {
      const rows = await db.select().from(callRecordings).where(eq(callRecordings.call, call));
      if (rows.length === 0) throw noSuchRecording();
      if (rows.some(runs))
        throw new HexkeyError('conflict', 'This call is still being recorded. Delete it when it is over.');
      await drop(rows);
    },

    async forget(before) {
      const old = and(lt(callRecordings.startedAt, before), isOver);
      const files = await drop(await db.select(ids).from(callRecordings).where(old));
      if (files > 0) log.info({ files }, 'old recordings of calls were deleted');
      return files;
    },

    async forgetConversations(conversations) {
      if (conversations.length === 0) return;
      await drop(
        await db.select(ids).from(callRecordings).where(inArray(callRecordings.conversation, conversations)),
      );
    },

    async mendAll() {
      const cut = await db
        .select()
        .from(callRecordings)
        .where(and(isNull(callRecordings.endedAt), lt(callRecordings.startedAt, begunAt)));
      // What another server on the same store writes lies in a folder of its own.
      for (const row of cut) if (await folder.has(row.id)) await mend(row);
    },
  };
}

function shown(tracks: Row[], { days, running }: { days: number; running: boolean }): CallRecording {
  const [first] = tracks;
  if (!first) throw new Error('a recording without tracks');
  const startedAt = first.startedAt;
  return {
    call: first.call,
    conversation: first.conversation,
    startedAt: startedAt.toISOString(),
    keptUntil: new Date(startedAt.getTime() + days * dayMs).toISOString(),
    running,
    tracks: tracks.map((track) => ({
      id: track.id,
      name: track.name,
      role: track.role,
      source: track.source,
      startMs: track.startedAt.getTime() - startedAt.getTime(),
      durationMs: track.durationMs,
      bytes: track.bytes,
      codec: track.codec,
    })),
  };
}

const noSuchRecording = () => new HexkeyError('not_found', 'There is no such recording (any more).');
