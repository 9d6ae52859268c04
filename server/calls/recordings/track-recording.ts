import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { CallRole, MediaSource } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { callRecordings } from '../tables.ts';
import type { Folder } from './folder.ts';
import type { TrackForm, TrackPacket } from './track-packet.ts';
import { WebmFile } from './webm-file.ts';

/** What waits for a slow disk: some ten seconds of the largest picture. */
const mostWaitingBytes = 16 * 1024 * 1024;
/** Bytes written from one look at the disk to the next. */
const lookEveryBytes = 8 * 1024 * 1024;

export interface TrackParts {
  db: Db;
  folder: Folder;
  now: () => Date;
  log: FastifyBaseLogger;
}

/** What is recorded, and of whom. */
export interface TrackOf {
  call: { id: string; conversation: string };
  name: string;
  role: CallRole;
  source: MediaSource;
}

export interface TrackNews {
  /** The file ends here, before its stream does. May come twice. */
  onFailed: (error: unknown) => void;
  /** The file is whole, or as whole as it gets. */
  onOver: () => void;
}

/** One track on its way to the disk. Nothing here rejects: what fails is told once, and the file ends there. */
export class TrackRecording {
  readonly #parts: TrackParts;
  readonly #news: TrackNews;
  readonly #id = randomUUID();
  #file: WebmFile | undefined;
  #work: Promise<void> = Promise.resolve();
  #waitingBytes = 0;
  #sinceLook = 0;
  #endMs = 0;
  #closing = false;
  #failed = false;

  constructor(parts: TrackParts, of: TrackOf, form: TrackForm, news: TrackNews) {
    this.#parts = parts;
    this.#news = news;
    const { db, folder, now } = parts;
    const { call, ...who } = of;
    const row = { ...who, id: this.#id, call: call.id, conversation: call.conversation, codec: form.codec };
    const startedAt = now();
    this.#do(async () => {
      await folder.requireRoom();
      await db.insert(callRecordings).values({ ...row, startedAt });
      this.#file = await WebmFile.create(folder.pathOf(this.#id), form);
    });
  }

  write(packet: TrackPacket): void {
    if (this.#closing || this.#failed) return;
    const { length } = packet.bytes;
    this.#waitingBytes += length;
    if (this.#waitingBytes > mostWaitingBytes) {
      this.#news.onFailed(tooSlow());
      void this.close();
      return;
    }
    this.#do(async () => {
      this.#waitingBytes -= length;
      await this.#look(length);
      await this.#file?.add(packet);
      this.#endMs = Math.max(this.#endMs, packet.atMs + packet.durationMs);
    });
  }

  /** Resolves when the file is whole. */
  close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      this.#do(async () => {
        await this.#file?.close();
        await this.#note();
        this.#news.onOver();
      });
    }
    return this.#work;
  }

  #do(step: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => (this.#failed ? undefined : step()))
      .catch((error: unknown) => this.#fail(error));
  }

  async #look(bytes: number): Promise<void> {
    this.#sinceLook += bytes;
    if (this.#sinceLook < lookEveryBytes) return;
    this.#sinceLook = 0;
    await this.#parts.folder.requireRoom();
  }

  /** What is on the disk by now is kept. */
  async #fail(error: unknown): Promise<void> {
    if (this.#failed) return;
    this.#failed = true;
    this.#news.onFailed(error);
    const file = this.#file;
    const tried = (what: string) => (cause: unknown) =>
      this.#parts.log.warn({ err: cause, recording: this.#id }, what);
    if (file) {
      await file.close().catch(tried('a recording that failed stays without its end'));
      await file.abandon().catch(tried('the file of a recording that failed could not be let go of'));
      await this.#note().catch(tried('the end of a recording could not be noted'));
    } else await this.#strike().catch(tried('the row of a recording that never was could not be deleted'));
    this.#news.onOver();
  }

  async #strike(): Promise<void> {
    await this.#parts.db.delete(callRecordings).where(eq(callRecordings.id, this.#id));
  }

  async #note(): Promise<void> {
    const { db, folder, now } = this.#parts;
    const { size } = await stat(folder.pathOf(this.#id));
    await db
      .update(callRecordings)
      .set({ endedAt: now(), durationMs: Math.round(this.#endMs), bytes: size })
      .where(eq(callRecordings.id, this.#id));
  }
}

const tooSlow = () => new HexkeyError('recording_failed', 'The disk is too slow to record a call.');
