import type {
  CallRequest,
  DrawCommand,
  DrawEvent,
  PeerPointing,
  PeerView,
  PicturePoint,
  Surface,
  ViewPose,
} from '#protocol';
import { isDrawEvent, isPeerPointing, isPeerView } from '../checks.ts';
import type { MediaSession } from '../media/media-session.ts';

export interface ChannelsOptions {
  media: () => MediaSession | undefined;
  /** Over the socket; resolves when it was answered, and tells of failure itself. */
  ask: (request: CallRequest) => Promise<unknown>;
  onDrawn: (event: DrawEvent) => void;
}

/** Milliseconds between two messages of the moment. */
const pointingEveryMs = 33;
const viewEveryMs = 66;

/** Drawing, pointing and views: over data channels where they are open, over the socket where they are not. */
export class Channels {
  readonly #options: ChannelsOptions;
  readonly #pointing = new Set<(pointing: PeerPointing) => void>();
  readonly #views = new Set<(view: PeerView) => void>();
  /** Drawn over the socket and not answered yet: what follows must not overtake it on the channel. */
  #onSocket = 0;
  #point = latest(pointingEveryMs, (pointing: { surface: Surface; at: PicturePoint | null }) => {
    const { media, ask } = this.#options;
    if (!media()?.post('pointing', pointing)) void ask({ ask: 'point', pointing });
  });
  #view = latest(viewEveryMs, (view: ViewPose) => void this.#options.media()?.post('view', view));

  constructor(options: ChannelsOptions) {
    this.#options = options;
  }

  draw(command: DrawCommand): void {
    const { media, ask } = this.#options;
    if (this.#onSocket === 0 && media()?.post('draw', command)) return;
    this.#onSocket += 1;
    void ask({ ask: 'draw', command }).finally(() => {
      this.#onSocket -= 1;
    });
  }

  point(surface: Surface, at: PicturePoint | null): void {
    this.#point({ surface, at });
  }

  sendView(view: ViewPose): void {
    this.#view(view);
  }

  onPointing(listener: (pointing: PeerPointing) => void): () => void {
    this.#pointing.add(listener);
    return () => this.#pointing.delete(listener);
  }

  onView(listener: (view: PeerView) => void): () => void {
    this.#views.add(listener);
    return () => this.#views.delete(listener);
  }

  /** A message of the server's data channel `label`. */
  receive(label: string, text: string): void {
    const value = readJson(text);
    if (label === 'draw' && isDrawEvent(value)) this.#options.onDrawn(value);
    else if (label === 'pointing' && isPeerPointing(value)) this.pointed(value);
    else if (label === 'view' && isPeerView(value)) this.viewed(value);
    else console.warn(`What came over the channel "${label}" is no message of this protocol`);
  }

  pointed(pointing: PeerPointing): void {
    for (const listener of this.#pointing) listener(pointing);
  }

  viewed(view: PeerView): void {
    for (const listener of this.#views) listener(view);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Passes on the first value at once and then the newest of each `everyMs`; the last one is never lost. */
function latest<Value>(everyMs: number, pass: (value: Value) => void): (value: Value) => void {
  let waiting: { value: Value } | undefined;
  let resting = false;
  const rest = () => {
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!waiting) return;
      const { value } = waiting;
      waiting = undefined;
      pass(value);
      rest();
    }, everyMs);
  };
  return (value) => {
    if (resting) {
      waiting = { value };
      return;
    }
    pass(value);
    rest();
  };
}
