import type {
  CallRequest,
  HistoryEntry,
  Language,
  ListenMode,
  OpenGuide,
  PageEvent,
  SealedCallEvent,
} from '#protocol';
import { newId } from '../new-id.ts';
import { createSnapshotStore } from '../snapshot-store.ts';
import { VoiceSocket } from '../transport/index.ts';
import { afterEvent } from './after-event.ts';
import {
  beforeTalk,
  type CallCarriage,
  type CallListener,
  type VoiceClient,
  type VoiceClientOptions,
  type VoiceSnapshot,
} from './contract.ts';
import { Microphone } from './microphone.ts';
import { MicrophoneEncoder } from './microphone-encoder.ts';
import { Speaker } from './speaker.ts';
import type { MicrophoneFrame } from './worklet/frame.ts';

/** Under this name the conversation's id is kept. */
const conversationKey = 'hexkey.conversation';

type Post = (message: { type: 'call'; id: string; call: string; request: CallRequest }) => void;

/** Calls whose signalling travels over the voice socket. */
export class CallCarrier {
  readonly #post: Post;
  readonly #listeners = new Map<string, CallListener>();
  #up = false;

  constructor(post: Post) {
    this.#post = post;
  }

  carry(call: string, listener: CallListener): CallCarriage {
    this.#listeners.set(call, listener);
    if (!this.#up) listener.lineDown();
    return {
      post: ({ id, request }) => this.#post({ type: 'call', id, call, request }),
      stop: () => {
        if (this.#listeners.get(call) === listener) this.#listeners.delete(call);
      },
    };
  }

  receive(call: string, event: SealedCallEvent): void {
    this.#listeners.get(call)?.receive(event);
  }

  lineUp(kept: boolean): void {
    this.#up = true;
    for (const listener of this.#listeners.values()) listener.lineUp(kept);
  }

  lineDown(): void {
    if (!this.#up) return;
    this.#up = false;
    for (const listener of this.#listeners.values()) listener.lineDown();
  }
}

/** Microphone, connection and sound as the one thing a page works with. */
export function createVoiceClient(options: VoiceClientOptions): VoiceClient {
  const store = createSnapshotStore<VoiceSnapshot>({
    ...beforeTalk,
    language: options.language,
    muted: options.muted ?? false,
  });
  const levelListeners = new Set<(level: number) => void>();
  let token: () => Promise<string> = () => Promise.reject(new Error('connect has not been called'));
  let guide: OpenGuide | undefined;
  let socket = openSocket();

  const carrier = new CallCarrier((message) => socket.send(message));
  /** Hands-free before the call, and so again after it. */
  let listensAfterCall = false;

  const encoder = new MicrophoneEncoder({
    send: (payload) => {
      if (!socket.sendAudio(payload)) tooLongAway();
    },
    onFormatChange: () => socket.reconnect(),
  });
  const microphone = new Microphone({
    onFrame: heard,
    onState: (state) => {
      store.update({ microphone: state });
      if (state !== 'on' && state !== 'asking') stopListening();
    },
  });
  const speaker = new Speaker({
    onSentence: (reply, sentence) => {
      const state = store.getSnapshot().speaking?.reply === reply ? 'sounding' : 'started';
      store.update({ speaking: { reply, sentence } });
      socket.send({ type: 'playback', reply, state, sentences: sentence });
    },
    onEnd: (reply, state) => {
      store.update({ speaking: undefined });
      socket.send({ type: 'playback', reply, state });
    },
    onVoices: tellVoice,
  });

  function openSocket(): VoiceSocket {
    return new VoiceSocket({
      address: options.address,
      token: () => token(),
      hello: async () => {
        const conversation = options.storage?.getItem(conversationKey) ?? undefined;
        return {
          language: store.getSnapshot().language,
          audio: await encoder.format(),
          serverVoice: wantsServerVoice(),
          spoken: speaksReplies(),
          ...(conversation === undefined ? {} : { conversation }),
          ...(guide === undefined ? {} : { guide }),
        };
      },
      onEvent: received,
      onVoice: (frame) => speaker.push(frame),
      onState: (connection) => {
        if (connection !== 'ready') carrier.lineDown();
        store.update({ connection });
      },
    });
  }

  function received(event: PageEvent, n: number): void {
    store.update(afterEvent(store.getSnapshot(), event));
    switch (event.type) {
      case 'ready':
        options.storage?.setItem(conversationKey, event.conversation);
        // It may have been opened while the hello was on its way.
        if (guide) tellGuide();
        if (event.resumed) speaker.cut();
        else {
          speaker.stop();
          speaker.release();
        }
        carrier.lineUp(event.resumed);
        break;
      case 'call':
        carrier.receive(event.call, event.event);
        break;
      case 'speech_started':
        speaker.hold();
        break;
      case 'final':
        // Whoever was listened to has the floor, even where the reply had only just begun.
        speaker.stop();
        speaker.release();
        if (store.getSnapshot().listening === 'tap') stopListening();
        break;
      case 'discarded':
        speaker.release();
        break;
      case 'reply':
        if (!store.getSnapshot().muted && !store.getSnapshot().inCall)
          speaker.begin(event.reply, n, store.getSnapshot().language);
        break;
      case 'stop_reply':
        speaker.stop();
        break;
      case 'voice_end':
        speaker.complete(event.reply);
        break;
    }
  }

  function wantsServerVoice(): boolean {
    return !store.getSnapshot().muted && speaker.needsServer(store.getSnapshot().language);
  }

  function speaksReplies(): boolean {
    return !store.getSnapshot().muted && speaker.canSpeak(store.getSnapshot().language);
  }

  function tellVoice(): void {
    socket.send({ type: 'voice', server: wantsServerVoice(), spoken: speaksReplies() });
  }

  function tellGuide(): void {
    socket.send({ type: 'guide', ...(guide && { open: guide }) });
  }

  function heard({ pcm, level }: MicrophoneFrame): void {
    for (const listener of levelListeners) listener(level);
    if (store.getSnapshot().listening) encoder.push(pcm);
  }

  function tooLongAway(): void {
    stopListening();
    const message =
      'The connection has been away too long to keep your words. Say them again when it is back.';
    store.update({ error: { code: 'resume_expired', message, retryable: true } });
  }

  async function startListening(mode: ListenMode): Promise<void> {
    if (store.getSnapshot().inCall) return;
    speaker.unlock();
    if (mode !== 'handsfree') speaker.stop();
    if (store.getSnapshot().listening) {
      store.update({ listening: mode });
      return;
    }
    if (!(await microphone.start())) return;
    store.update({ listening: mode, liveWords: '', error: undefined });
    socket.sendListen({ type: 'listen_start', mode });
  }

  function stopListening(): void {
    if (!store.getSnapshot().listening) {
      if (store.getSnapshot().microphone === 'asking') microphone.stop();
      return;
    }
    store.update({ listening: undefined, hearing: false });
    if (store.getSnapshot().microphone === 'on') microphone.stop();
    for (const listener of levelListeners) listener(0);
    // Packets still in the encoder belong to what was said.
    void encoder.flush().then(() => socket.sendListen({ type: 'listen_stop' }));
  }

  function sendTurn(
    text: string,
    message: { type: 'text' } | { type: 'choose'; reply: string; choice: string },
  ) {
    speaker.stop();
    const id = newId();
    store.update({ waiting: [...store.getSnapshot().waiting, { id, text }], error: undefined });
    if (message.type === 'choose') return socket.sendTurn({ ...message, id });
    const under = newestReply(store.getSnapshot().history);
    socket.sendTurn({ ...message, id, text, ...(under !== undefined && { under }) });
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    onLevel(listener) {
      levelListeners.add(listener);
      return () => levelListeners.delete(listener);
    },
    connect(provider) {
      token = provider;
      socket.connect();
    },
    disconnect() {
      stopListening();
      speaker.stop();
      socket.close();
      socket = openSocket();
    },
    startListening,
    stopListening,
    sendText(text) {
      speaker.unlock();
      const trimmed = text.trim();
      if (trimmed) sendTurn(trimmed, { type: 'text' });
    },
    choose(reply, choice) {
      speaker.unlock();
      sendTurn(labelOf(store.getSnapshot().history, reply, choice), { type: 'choose', reply, choice });
    },
    stopReply: () => speaker.stop(),
    setLanguage(language: Language) {
      store.update({ language });
      socket.send({ type: 'language', language });
      tellVoice();
    },
    setGuide(open) {
      if (JSON.stringify(open) === JSON.stringify(guide)) return;
      guide = open;
      tellGuide();
    },
    tellAside() {
      const { aside } = store.getSnapshot();
      if (aside === undefined) return;
      store.update({ aside: undefined });
      sendTurn(aside, { type: 'text' });
    },
    setMuted(muted) {
      store.update({ muted });
      if (muted) speaker.stop();
      tellVoice();
    },
    dismissError: () => store.update({ error: undefined }),
    carryCall: (call, listener) => carrier.carry(call, listener),
    setInCall(on) {
      if (on === store.getSnapshot().inCall) return;
      if (on) {
        listensAfterCall = store.getSnapshot().listening === 'handsfree';
        stopListening();
        speaker.stop();
      }
      store.update({ inCall: on });
      if (!on && listensAfterCall) void startListening('handsfree');
    },
    token: () => token(),
    dismissRating: () => store.update({ ratingOf: undefined }),
    dispose() {
      stopListening();
      speaker.dispose();
      microphone.dispose();
      encoder.close();
      socket.close();
    },
  };
}

/** The reply that a typed answer stands under. */
function newestReply(history: readonly HistoryEntry[]): string | undefined {
  const newest = history.findLast((entry) => entry.who === 'hexkey');
  return newest?.who === 'hexkey' ? newest.reply.id : undefined;
}

function labelOf(history: readonly HistoryEntry[], reply: string, choice: string): string {
  const entry = history.find((candidate) => candidate.who === 'hexkey' && candidate.reply.id === reply);
  const choices = entry?.who === 'hexkey' ? entry.reply.choices : [];
  return choices.find(({ id }) => id === choice)?.label ?? '';
}
