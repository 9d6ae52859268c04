import type { AudioFormat } from '#protocol';
import { networkIsThin, OpusEncoder, opusAvailable } from './opus-encoder.ts';
import { voiceRate } from './worklet/frame.ts';

const pcm: AudioFormat = { encoding: 'pcm16', sampleRate: voiceRate };

export interface UplinkOptions {
  send: (payload: Uint8Array) => void;
  /** Packing failed: `format` is another from now on, which the server must be told before more is sent. */
  onFormatChange: () => void;
}

/** Packs microphone frames for the way up: Opus where the network is thin and the browser can, else PCM. */
export class Uplink {
  readonly #options: UplinkOptions;
  #format: AudioFormat | undefined;
  #encoder: OpusEncoder | undefined;

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  /** Decided once; asked again it answers the same unless packing failed meanwhile. */
  async format(): Promise<AudioFormat> {
    this.#format ??= networkIsThin() && (await opusAvailable()) ? { encoding: 'opus' } : pcm;
    return this.#format;
  }

  push(frame: Int16Array<ArrayBuffer>): void {
    if (this.#format?.encoding !== 'opus') {
      this.#options.send(new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength));
      return;
    }
    this.#encoder ??= new OpusEncoder(this.#options.send, () => this.#giveUpOpus());
    this.#encoder.encode(frame);
  }

  /** Resolves when everything pushed has been sent. */
  async flush(): Promise<void> {
    await this.#encoder?.flush();
  }

  close(): void {
    this.#encoder?.close();
    this.#encoder = undefined;
  }

  #giveUpOpus(): void {
    this.#encoder = undefined;
    this.#format = pcm;
    this.#options.onFormatChange();
  }
}
