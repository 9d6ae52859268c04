import { voiceRate } from './worklet/frame.ts';

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
