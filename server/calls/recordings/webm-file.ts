import { type FileHandle, open } from 'node:fs/promises';
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import type { TrackForm, TrackPacket } from './track-packet.ts';

/** Bytes that are collected before they are written: what a power cut takes. */
const chunkBytes = 4 * 1024;
const sampleRate = 48_000;

/** RFC 7845, 5.1, for two channels and nothing to skip. */
const opusHead = Buffer.concat([Buffer.from('OpusHead'), Buffer.from('0102000080bb0000000000', 'hex')]);

/** A WebM file with one track, written as it comes, for this user alone. All reject where the disk does not take it. */
export class WebmFile {
  readonly #output: Output;
  readonly #handle: FileHandle;
  readonly #add: (packet: EncodedPacket) => Promise<void>;
  #open = true;

  private constructor(output: Output, handle: FileHandle, add: (packet: EncodedPacket) => Promise<void>) {
    this.#output = output;
    this.#handle = handle;
    this.#add = add;
  }

  static async create(path: string, form: TrackForm): Promise<WebmFile> {
    const handle = await open(path, 'w', 0o600);
    const sink = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => writeAll(handle, data, position),
    });
    const output = new Output({
      format: new WebMOutputFormat(),
      target: new StreamTarget(sink, { chunked: true, chunkSize: chunkBytes }),
    });
    const file = new WebmFile(
      output,
      handle,
      form.codec === 'opus' ? addSound(output) : addPicture(output, form),
    );
    await output.start();
    return file;
  }

  add({ bytes, atMs, durationMs, key }: TrackPacket): Promise<void> {
    return this.#add(new EncodedPacket(bytes, key ? 'key' : 'delta', atMs / 1_000, durationMs / 1_000));
  }

  /** Writes what players need to know of the whole: its length, and where its key frames lie. */
  async close(): Promise<void> {
    await this.#output.finalize();
    await this.abandon();
  }

  /** Lets go of the file as it is. */
  async abandon(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#handle.close();
  }
}

/** A disk that fills up takes a part and says no only to the next. */
async function writeAll(handle: FileHandle, data: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < data.length; ) {
    const { bytesWritten } = await handle.write(data, done, data.length - done, position + done);
    done += bytesWritten;
  }
}

function addSound(output: Output) {
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  const decoderConfig = { codec: 'opus', sampleRate, numberOfChannels: 2, description: opusHead };
  return (packet: EncodedPacket) => source.add(packet, { decoderConfig });
}

function addPicture(output: Output, { width, height, rotation }: Extract<TrackForm, { codec: 'vp8' }>) {
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { rotation });
  const decoderConfig = { codec: 'vp8', codedWidth: width, codedHeight: height };
  return (packet: EncodedPacket) => source.add(packet, { decoderConfig });
}
