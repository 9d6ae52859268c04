import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { TrackForm, TrackPacket } from './track-packet.ts';

/** Bytes that are collected before they are written: what a power cut takes. */
const chunkBytes = 4 * 1024;
const sampleRate = 48_000;

/** RFC 7845, 5.1, for two channels and nothing to skip. */
const opusHead = Buffer.concat([Buffer.from('OpusHead'), Buffer.from('0102000080bb0000000000', 'hex')]);

/** A WebM file with one track, written as it comes. All reject where the disk does not take it. */
export class WebmFile {
  readonly #output: Output;
  readonly #add: (packet: EncodedPacket) => Promise<void>;

  private constructor(output: Output, add: (packet: EncodedPacket) => Promise<void>) {
    this.#output = output;
    this.#add = add;
  }

  static async create(path: string, form: TrackForm): Promise<WebmFile> {
    const output = new Output({
      format: new WebMOutputFormat(),
      target: new FilePathTarget(path, { chunkSize: chunkBytes }),
    });
    const add = form.codec === 'opus' ? addSound(output) : addPicture(output, form);
    await output.start();
    return new WebmFile(output, add);
  }

  add({ bytes, atMs, durationMs, key }: TrackPacket): Promise<void> {
    return this.#add(new EncodedPacket(bytes, key ? 'key' : 'delta', atMs / 1_000, durationMs / 1_000));
  }

  /** Writes what players need to know of the whole: its length, and where its key frames lie. */
  close(): Promise<void> {
    return this.#output.finalize();
  }

  /** Lets go of the file as it is. */
  abandon(): Promise<void> {
    return this.#output.cancel();
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
