import type { Page } from '@playwright/test';

/** What a page saw and did in calls, in milliseconds since 1970: pages of one machine share that clock. */
export interface Seen {
  /** It asked to be let into a call. */
  joins: number[];
  /** The first frame of each picture that another peer sends. */
  pictures: number[];
  /** The first packet of each sound that another peer sends. */
  sounds: number[];
  /** Marks that came over the data channel: when they were drawn, and when they came. */
  marks: { drawn: number; came: number }[];
  /** A mark was on the screen. */
  shown: number[];
  /** Final words were on staff's screen. */
  captions: number[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Watches a page from its next navigation on. The page itself is the one that ships. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(watchCalls);
}

export const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => window.seen);

/** Resolves with the first moment of that kind which is not before `since`. */
export async function momentAfter(
  page: Page,
  kind: 'joins' | 'pictures' | 'sounds' | 'shown' | 'captions',
  since: number,
): Promise<number> {
  const found = await page.waitForFunction(
    ([kind, since]) => window.seen[kind].find((at) => at >= since),
    [kind, since] as const,
    { timeout: 20_000, polling: 20 },
  );
  return found.evaluate((at) => at ?? Number.NaN);
}

/** Runs in the page, before its own scripts. */
function watchCalls(): void {
  const seen: Seen = { joins: [], pictures: [], sounds: [], marks: [], shown: [], captions: [] };
  window.seen = seen;
  const now = () => performance.timeOrigin + performance.now();

  const post = WebSocket.prototype.send;
  WebSocket.prototype.send = function send(data) {
    if (typeof data === 'string' && data.includes('"ask":"join"')) seen.joins.push(now());
    post.call(this, data);
  };

  const watchSound = (connection: RTCPeerConnection, track: MediaStreamTrack) => {
    const look = async () => {
      if (connection.connectionState === 'closed') return;
      const reports = [...(await connection.getStats(track)).values()];
      if (reports.some(({ type, packetsReceived }) => type === 'inbound-rtp' && packetsReceived > 0))
        seen.sounds.push(now());
      else setTimeout(look, 10);
    };
    void look();
  };
  const remote = new WeakSet<MediaStreamTrack>();
  const Connection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => {
        remote.add(track);
        if (track.kind === 'audio') watchSound(this, track);
      });
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      if (label === 'draw')
        channel.addEventListener('message', ({ data }) => {
          const { change } = JSON.parse(data);
          if (change.op === 'add') seen.marks.push({ drawn: change.at, came: now() });
        });
      return channel;
    }
  };

  const watched = new WeakSet<MediaStreamTrack>();
  const lookAt = (video: HTMLVideoElement) => {
    const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
    if (!track || !remote.has(track) || watched.has(track)) return;
    watched.add(track);
    video.requestVideoFrameCallback((at) => seen.pictures.push(performance.timeOrigin + at));
  };
  document.addEventListener(
    'loadstart',
    ({ target }) => target instanceof HTMLVideoElement && lookAt(target),
    true,
  );

  const known = new WeakSet<Element>();
  new MutationObserver(() => {
    const fresh = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => !known.has(element) && known.add(element));
    const marks = fresh('[data-kind]:has(> title)').length;
    const captions = fresh('[role=log] [data-live=false]').length;
    // What a frame's script puts there is on the screen with the next one.
    if (marks + captions > 0)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          for (let each = 0; each < marks; each++) seen.shown.push(now());
          for (let each = 0; each < captions; each++) seen.captions.push(now());
        }),
      );
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-live'] });
}
