import { rename, rm, stat } from 'node:fs/promises';
import { EncodedPacketSink, FilePathSource, Input, type InputTrack, WEBM } from 'mediabunny';
import type { TrackForm } from './track-packet.ts';
import { WebmFile } from './webm-file.ts';

/**
 * Makes a file whole that was not closed: all of it up to where it breaks off, written anew with its length. Answers length
 * and size, or `undefined` where nothing in it can be read.
 */
export async function mendFile(path: string): Promise<{ durationMs: number; bytes: number } | undefined> {
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
