import type { AudioFormat } from '#protocol';
import { voiceRate } from './worklet/frame.ts';

const pcm: AudioFormat = { encoding: 'pcm16', sampleRate: voiceRate };

export interface MicrophoneEncoderOptions {
  send: (payload: Uint8Array) => void;
  /** Packing failed: `format` is another from now on, which the server must be told before more is sent. */
  onFormatChange: () => void;
}

/** Packs microphone frames for the way up: Opus where the network is thin and the browser can, else PCM. */
export class MicrophoneEncoder {
  readonly #options: MicrophoneEncoderOptions;
  #format: AudioFormat | undefined;
  #encoder: OpusEncoder | undefined;

  constructor(options: MicrophoneEncoderOptions) {
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

/** 24 kbit/s keeps speech clear to a recogniser at a tenth of PCM's bytes (RFC 6716, section 2.1.1: wideband speech). */
const config: AudioEncoderConfig = {
  codec: 'opus',
  sampleRate: voiceRate,
  numberOfChannels: 1,
  bitrate: 24_000,
};

export async function opusAvailable(): Promise<boolean> {
  if (!('AudioEncoder' in globalThis)) return false;
  try {
    return (await AudioEncoder.isConfigSupported(config)).supported === true;
  } catch {
    // Browsers throw where they do not know the codec at all.
    return false;
  }
}

/** Whether bytes matter on this connection; where browsers do not say, they do not. */
export function networkIsThin(): boolean {
  const connection = 'connection' in navigator ? (navigator.connection as NetworkInformation) : undefined;
  return connection?.saveData === true || /(^|-)[23]g$/.test(connection?.effectiveType ?? '');
}

interface NetworkInformation {
  saveData?: boolean;
  effectiveType?: string;
}

/** 16 kHz frames to Opus packets. */
export class OpusEncoder {
  readonly #encoder: AudioEncoder;
  #timestamp = 0;

  constructor(onPacket: (packet: Uint8Array) => void, onError: (error: DOMException) => void) {
    this.#encoder = new AudioEncoder({
      output: (chunk) => {
        const packet = new Uint8Array(chunk.byteLength);
        chunk.copyTo(packet);
        onPacket(packet);
      },
      error: onError,
    });
    this.#encoder.configure(config);
  }

  encode(pcm: Int16Array<ArrayBuffer>): void {
    const data = new AudioData({
      format: 's16',
      sampleRate: voiceRate,
      numberOfFrames: pcm.length,
      numberOfChannels: 1,
      timestamp: this.#timestamp,
      data: pcm,
    });
    this.#timestamp += (pcm.length / voiceRate) * 1e6;
    this.#encoder.encode(data);
    data.close();
  }

  /** Resolves when every packet is out. */
  flush(): Promise<void> {
    return this.#encoder.flush();
  }

  close(): void {
    if (this.#encoder.state !== 'closed') this.#encoder.close();
  }
}
