import { randomUUID } from 'node:crypto';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import type { Still } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import type { Db } from '../../store/index.ts';
import { callStills, calls } from '../tables.ts';
import type { StillLinks } from './still-links.ts';

/** Bytes of one photo. */
export const maxStillBytes = 8 * 1024 * 1024;
/** Pixels along one side. */
const maxSide = 12_000;
const maxStillsEach = 40;

export interface StillAlbum {
  /** Throws `bad_request` for what is no JPEG of a sensible size, `conflict` when a call has too many. */
  add(call: string, jpeg: Uint8Array): Promise<Still>;
  ofCall(call: string): Promise<Still[]>;
  ofConversation(conversation: string): Promise<Still[]>;
  picture(call: string, id: string): Promise<Uint8Array | undefined>;
  /** Deletes what was taken before; answers how many. */
  forget(before: Date): Promise<number>;
}

/** Frame headers: all of 0xC0-0xCF but the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const startOfScan = 0xda;

/**
 * Width and height of a JPEG in pixels, from its frame header (ITU-T T.81, B.2.2), or nothing where the bytes are no
 * JPEG that a browser shows. Only the segments before the first scan are read, each once. Libraries of image sizes read thirty
 * formats of which one is taken here, and what strangers upload goes through as little code as will do.
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === startOfScan || marker < 0xc0 || length < 2) return undefined;
    if (isFrameHeader(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return length >= 8 && width > 0 && height > 0 ? { width, height } : undefined;
    }
    at += 2 + length;
  }
  return undefined;
}

/** Photos of calls, kept in the store. */
export function createStillAlbum(db: Db, links: StillLinks, now: () => Date): StillAlbum {
  const seen = (row: { id: string; call: string; width: number; height: number; takenAt: Date }): Still => ({
    id: row.id,
    url: links.urlOf(row),
    width: row.width,
    height: row.height,
    at: row.takenAt.toISOString(),
  });
  const { id, call, width, height, takenAt } = callStills;
  const columns = { id, call, width, height, takenAt };

  return {
    async add(call, jpeg) {
      const size = jpegSize(jpeg);
      if (!size) throw new HexkeyError('bad_request', 'The photo is no JPEG. Take it again.');
      if (size.width > maxSide || size.height > maxSide)
        throw new HexkeyError('bad_request', `A photo has at most ${maxSide} pixels along a side.`);
      const taken = { id: randomUUID(), call, ...size, takenAt: now() };
      await db.transaction(async (tx) => {
        await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for('update');
        const [kept] = await tx
          .select({ count: sql<number>`count(*)::int` })
          .from(callStills)
          .where(eq(callStills.call, call));
        if ((kept?.count ?? 0) >= maxStillsEach)
          throw new HexkeyError('conflict', `This call has ${maxStillsEach} photos already.`);
        await tx.insert(callStills).values({ ...taken, jpeg });
      });
      return seen(taken);
    },
    ofCall: async (call) =>
      (
        await db
          .select(columns)
          .from(callStills)
          .where(eq(callStills.call, call))
          .orderBy(asc(callStills.takenAt))
      ).map(seen),
    ofConversation: async (conversation) =>
      (
        await db
          .select(columns)
          .from(callStills)
          .innerJoin(calls, eq(calls.id, callStills.call))
          .where(eq(calls.conversation, conversation))
          .orderBy(asc(callStills.takenAt))
      ).map(seen),
    async picture(ofCall, still) {
      const [row] = await db
        .select({ jpeg: callStills.jpeg })
        .from(callStills)
        .where(and(eq(callStills.id, still), eq(callStills.call, ofCall)));
      return row?.jpeg;
    },
    forget: async (before) =>
      (await db.delete(callStills).where(lt(callStills.takenAt, before)).returning({ id: callStills.id }))
        .length,
  };
}
