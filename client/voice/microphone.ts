import type { MicrophoneState } from './contract.ts';
import type { MicrophoneFrame } from './worklet/frame.ts';
import processorUrl from './worklet/microphone-processor.ts?worker&url';

export interface MicrophoneOptions {
  onFrame: (frame: MicrophoneFrame) => void;
  onState: (state: MicrophoneState) => void;
}

/** The person's microphone as 20 ms frames of 16 kHz sound, whatever the device's own rate. */
export class Microphone {
  readonly #options: MicrophoneOptions;
  #context: AudioContext | undefined;
  #stream: MediaStream | undefined;
  #nodes: AudioNode[] = [];
  /** Counts starts and stops: an answer to a question nobody waits for any more is dropped. */
  #turn = 0;

  constructor(options: MicrophoneOptions) {
    this.#options = options;
  }

  /** Resolves with `true` when sound comes; the state says why it does not. Call it in a click or key handler. */
  async start(): Promise<boolean> {
    const turn = ++this.#turn;
    if (!window.isSecureContext || !navigator.mediaDevices) return this.#fail('insecure');
    this.#options.onState('asking');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      if (turn !== this.#turn) {
        release(stream);
        return false;
      }
      this.#stream = stream;
      await this.#listen(stream);
    } catch (error) {
      if (turn === this.#turn) this.#fail(stateOf(error));
      return false;
    }
    if (turn !== this.#turn) return false;
    this.#options.onState('on');
    return true;
  }

  stop(): void {
    this.#release();
    this.#options.onState('off');
  }

  dispose(): void {
    this.#release();
    void this.#context?.close();
    this.#context = undefined;
  }

  async #listen(stream: MediaStream): Promise<void> {
    this.#context ??= await openContext();
    const context = this.#context;
    await context.resume();
    for (const track of stream.getAudioTracks())
      track.addEventListener('ended', () => {
        if (this.#stream === stream) this.#fail('failed');
      });
    const source = context.createMediaStreamSource(stream);
    const processor = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
    processor.port.onmessage = ({ data }: MessageEvent<MicrophoneFrame>) => {
      if (this.#stream === stream) this.#options.onFrame(data);
    };
    source.connect(processor);
    this.#nodes = [source, processor];
  }

  #fail(state: MicrophoneState): false {
    this.#release();
    this.#options.onState(state);
    return false;
  }

  #release(): void {
    this.#turn += 1;
    for (const node of this.#nodes.splice(0)) node.disconnect();
    if (this.#stream) release(this.#stream);
    this.#stream = undefined;
    void this.#context?.suspend();
  }
}

async function openContext(): Promise<AudioContext> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  await context.audioWorklet.addModule(processorUrl);
  return context;
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What `getUserMedia`'s errors mean to the person (W3C Media Capture and Streams, section 10.2). */
export function stateOf(error: unknown): MicrophoneState {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'denied';
    case 'SecurityError':
      return 'insecure';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'taken';
    default:
      return 'failed';
  }
}
