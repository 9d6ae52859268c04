import { randomUUID } from 'node:crypto';
import {
  closeCodeOf,
  type HistoryEntry,
  type Language,
  type ListenMode,
  type OpenGuide,
  type Reply,
  type ServerEvent,
} from '#protocol';
import type { HeardReply } from '../dialogue/contract.ts';
import { HexkeyError } from '../errors.ts';
import { TokenBucket } from '../sockets/index.ts';
import { type SpeechEvent, type SpeechHints, type Synthesis, sureness } from '../speech/contract.ts';
import { afterReply } from './after-reply.ts';
import { BargeIn } from './barge-in.ts';
import { CallParticipation } from './call-participation.ts';
import { ClientChannel, type Link } from './client-channel.ts';
import { DeliveredReplies } from './delivered-replies.ts';
import { errorEvent } from './error-event.ts';
import { MicrophoneInput } from './microphone-input.ts';
import { Outbox } from './outbox.ts';
import { speakReply } from './reply-voice.ts';
import type { SessionMessage, SessionParts, SessionStart } from './session-parts.ts';
import { dialogueTurn, type ShopperTurn } from './shopper-turn.ts';
import { SpokenReply } from './spoken-reply.ts';

/** Turns that may wait for their answers. */
const maxWaitingTurns = 20;

/** Newest turns whose ids are known here; the dialogue knows them all. */
const maxTakenIds = 1_000;
/** Utterances whose finals may be waited for. */
const maxOpenUtterances = 50;
/** A socket whose sound would have to wait longer than this is not slowed but refused, in milliseconds. */
const maxAudioDebtMs = 10_000;

/** One shopper's talk over one socket after another: what is heard, said and answered. */
export class VoiceSession {
  readonly id = randomUUID();
  readonly customer: string;
  readonly conversation: string;
  readonly outbox: Outbox;
  readonly microphone: MicrophoneInput;
  readonly #parts: SessionParts;
  readonly #channel = new ClientChannel();
  readonly #bargeIn: BargeIn;
  readonly #participation: CallParticipation;
  readonly #stopListening: () => void;
  /** While a page is open. */
  #leave: (() => void) | undefined;
  readonly #replies = new DeliveredReplies();
  readonly #spokenReply = new SpokenReply();
  /** Of the newest turns. */
  readonly #takenIds = new Set<string>();
  /** Milliseconds of sound. */
  readonly #audio: TokenBucket;
  #language: Language;
  #serverVoice: boolean;
  /** Replies are spoken, by the page or by the server. */
  #spoken: boolean;
  /** What had been heard when utterances that have no final yet began. */
  readonly #heardBefore = new Map<number, HeardReply>();
  #guide: OpenGuide | undefined;
  #mode: ListenMode | undefined;
  #voice: { reply: string; stop: AbortController } | undefined;
  #waitingTurns = 0;
  #closed = false;

  constructor(start: SessionStart, parts: SessionParts) {
    this.customer = start.customer;
    this.conversation = start.conversation;
    this.#language = start.language;
    this.#serverVoice = start.serverVoice;
    this.#spoken = start.spoken ?? start.serverVoice;
    this.#parts = parts;
    const { limits } = parts;
    this.outbox = new Outbox(limits);
    this.#audio = new TokenBucket(limits.audioMsPerSecond, limits.audioBurstMs);
    this.#setGuide(start.guide);
    for (const entry of start.history) if (entry.who === 'hexkey') this.#replies.add(entry.reply, false);
    this.#bargeIn = new BargeIn({
      expecting: () => this.#hints().expecting,
      stop: (reply) => this.#interrupt(reply),
      speechOf: (reply) => this.#replies.speechOf(reply),
    });
    this.microphone = new MicrophoneInput(start.audio, {
      speech: parts.speech,
      hints: () => this.#hints(),
      ownVoice: () => this.#spokenReply.sounding,
      on: (event) => this.#heard(event),
      onSound: (ms) => this.link?.pause(this.#audio.spend(ms)),
      onError: (error) => this.#report(error),
    });
    const { customer, name } = start;
    this.#participation = new CallParticipation({
      participant: (call, send) => parts.staff.participate({ call, customer, name, send }),
      tell: (event, passing) => (passing ? this.#channel.tell({ n: 0, event }) : this.#emit(event)),
    });
    this.#stopListening = parts.staff.listen(start.conversation, (news) =>
      news.type === 'reply' ? this.#answer(news.reply) : this.#emit(news),
    );
  }

  get link(): Link | undefined {
    return this.#channel.link;
  }

  /** In a live call: media flows even while this socket is silent. */
  get inCall(): boolean {
    return this.#participation.inCall;
  }

  attach(
    link: Link,
    start: Pick<SessionStart, 'language' | 'audio' | 'serverVoice' | 'spoken' | 'guide'>,
  ): void {
    this.#language = start.language;
    this.#serverVoice = start.serverVoice;
    this.#spoken = start.spoken ?? start.serverVoice;
    this.#setGuide(start.guide);
    this.microphone.changeFormat(start.audio);
    this.#channel.attach(link);
    this.#leave?.();
    this.#leave = this.#parts.staff.attend(this.conversation);
    this.#replies.deliver();
    this.#participation.back();
  }

  detach(): void {
    this.#leave?.();
    this.#channel.detach();
    this.#participation.away();
  }

  /** Ends what runs for this session alone; turns already begun are carried out. */
  close(): void {
    this.#closed = true;
    this.#leave?.();
    this.#voice?.stop.abort();
    this.#stopListening();
    this.#participation.close();
    this.#bargeIn.close();
    this.microphone.close();
  }

  /** A frame of the microphone. Throws `rate_limited` where more sound comes than can be spoken, `out_of_order`. */
  hear(sequence: number, payload: Uint8Array): void {
    if (this.#audio.spend(0) > maxAudioDebtMs)
      throw new HexkeyError('rate_limited', 'More sound came than anybody can speak in the time.');
    this.microphone.push(sequence, payload);
  }

  receive(message: SessionMessage): void {
    switch (message.type) {
      case 'listen_start':
        this.#mode = message.mode;
        this.microphone.start();
        break;
      case 'listen_stop':
        this.microphone.stop(message.lastSequence);
        break;
      case 'text':
        this.#say({
          id: message.id,
          text: message.text,
          source: 'text',
          heard: { reply: message.under ?? this.#replies.heard().reply },
        });
        break;
      case 'choose':
        this.#say({
          id: message.id,
          text: this.#replies.choice(message.reply, message.choice).say,
          source: 'choice',
          heard: { reply: message.reply },
        });
        break;
      case 'playback':
        this.#playback(message);
        break;
      case 'call':
        this.#participation.request(message.call, message.id, message.request);
        break;
      case 'language':
        this.#language = message.language;
        break;
      case 'guide':
        this.#setGuide(message.open);
        break;
      case 'voice':
        this.#serverVoice = message.server;
        this.#spoken = message.spoken ?? message.server;
        if (!message.server) this.#voice?.stop.abort();
        break;
    }
  }

  #setGuide(open: OpenGuide | undefined): void {
    const other = open && open.guide !== this.#guide?.guide;
    this.#guide = open;
    const commands = other ? this.#hints().commands : undefined;
    if (commands?.length) this.#parts.speech.prepare(commands);
  }

  #heard(event: SpeechEvent): void {
    if (this.#closed) return;
    switch (event.type) {
      case 'speech_started':
        this.#emit(event);
        this.#heardBefore.set(event.utterance, this.#replies.heard());
        trim(this.#heardBefore, maxOpenUtterances);
        this.#bargeIn.speechStarted(event.utterance);
        break;
      case 'partial':
        this.#emit({ type: 'partial', utterance: event.utterance, text: event.text });
        this.#bargeIn.partial(event.utterance, event.text, event.sure);
        break;
      case 'final':
        this.#heardFinal(event);
        break;
      case 'no_words':
        this.#bargeIn.close();
        this.#heardBefore.delete(event.utterance);
        this.#emit({
          type: 'discarded',
          utterance: event.utterance,
          reason: event.noisy ? 'noise' : 'no_words',
        });
        break;
      case 'load':
        this.#emit(event);
        break;
      case 'error':
        this.#bargeIn.close();
        this.#heardBefore.delete(event.utterance);
        this.#emit({ type: 'discarded', utterance: event.utterance, reason: 'no_words' });
        this.#report(event.error);
        break;
    }
  }

  #heardFinal({ utterance, text, words, latencyMs }: Extract<SpeechEvent, { type: 'final' }>): void {
    const before = this.#heardBefore.get(utterance) ?? this.#replies.heard();
    this.#heardBefore.delete(utterance);
    if (text.trim() === '') {
      this.#bargeIn.close();
      this.#emit({ type: 'discarded', utterance, reason: 'no_words' });
    } else if (this.#bargeIn.final(utterance, text, sureness(words))) {
      this.#emit({ type: 'discarded', utterance, reason: 'backchannel' });
    } else {
      this.#emit({ type: 'final', utterance, text, words, latencyMs });
      this.#say({
        id: `${this.id}-${utterance}`,
        text,
        source: 'voice',
        words,
        utterance,
        heard: this.#replies.since(before),
      });
    }
  }

  /** The same id is one turn, however often a reconnecting client sends it. */
  #say(said: ShopperTurn): void {
    if (this.#takenIds.has(said.id)) return;
    if (this.#waitingTurns >= maxWaitingTurns) {
      this.#report(
        new HexkeyError('rate_limited', 'Too much at once. Wait for the answers, then go on.'),
        said.id,
      );
      return;
    }
    this.#takenIds.add(said.id);
    trim(this.#takenIds, maxTakenIds);
    this.#waitingTurns += 1;
    const { utterance } = said;
    const { conversation, customer } = this;
    const aside = said.source === 'voice' && this.#mode === 'handsfree' && this.#guide !== undefined;
    this.#parts.turns
      .run(this.conversation, async () => {
        const turn = dialogueTurn(said, {
          conversation,
          customer,
          language: this.#language,
          guide: this.#guide,
        });
        if (aside && !(await this.#parts.dialogue.isAddressed(turn))) {
          this.#emit({ type: 'discarded', utterance: utterance ?? 0, reason: 'aside', text: said.text });
          return;
        }
        const { id, text, source } = said;
        const entry: HistoryEntry = { who: 'shopper', id, text, source, at: new Date().toISOString() };
        this.#emit({ type: 'shopper_said', entry });
        if (await this.#isForStaff(said)) {
          await this.#parts.dialogue.record(conversation, entry);
          return;
        }
        this.#emit({ type: 'thinking', ...(utterance === undefined ? {} : { utterance }) });
        this.#answer(await this.#parts.dialogue.respond(turn));
      })
      .catch((error: unknown) => {
        this.#takenIds.delete(said.id);
        this.#report(error, said.id);
      })
      .finally(() => {
        this.#waitingTurns -= 1;
      });
  }

  /** Whoever talks with staff talks to them; but a guide that is open is told what to do as ever, and so is a button. */
  async #isForStaff({ source }: ShopperTurn): Promise<boolean> {
    if (source === 'choice' || (source === 'voice' && this.#guide !== undefined)) return false;
    return (await this.#parts.staff.staffOf(this.conversation)) !== undefined;
  }

  #answer(reply: Reply): void {
    this.#replies.add(reply, this.#spoken);
    if (this.link) this.#replies.deliver();
    this.#guide &&= afterReply(this.#guide, reply);
    const n = this.#emit({ type: 'reply', reply });
    this.#voice?.stop.abort();
    if (this.#serverVoice && !this.#closed && reply.speech.length > 0) this.#speak(reply, n);
  }

  #speak(reply: Reply, n: number): void {
    const stop = new AbortController();
    const voice = { reply: reply.id, stop };
    this.#voice = voice;
    this.#bargeIn.started(reply.id);
    this.#spokenReply.begin(reply.id);
    speakReply({ n, sentences: reply.speech }, this.#heardSynthesis(reply.id), this.#channel, stop.signal)
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        this.#replies.silence(reply.id);
        this.#report(error, reply.id);
      })
      .finally(() => {
        if (this.#voice === voice) this.#voice = undefined;
        if (!this.#closed) this.#emit({ type: 'voice_end', reply: reply.id });
      });
  }

  /** What it speaks is kept as the reply's sound. */
  #heardSynthesis(reply: string): Pick<Synthesis, 'speak'> {
    return {
      speak: async (sentence, signal) => {
        const pcm = await this.#parts.synthesis.speak(sentence, signal);
        this.#spokenReply.add(reply, pcm);
        return pcm;
      },
    };
  }

  #playback(playback: Extract<SessionMessage, { type: 'playback' }>): void {
    const { reply, state } = playback;
    this.#replies.play(playback);
    if (state === 'started') {
      this.#bargeIn.started(reply);
      this.#spokenReply.started(reply);
    } else if (state !== 'sounding') {
      this.#bargeIn.ended(reply);
      this.#spokenReply.ended(reply);
    }
    if (state === 'stopped' && this.#voice?.reply === reply) this.#voice.stop.abort();
  }

  #interrupt(reply: string): void {
    this.#replies.interrupt(reply);
    this.#spokenReply.ended(reply);
    this.#emit({ type: 'stop_reply', reply });
    if (this.#voice?.reply === reply) this.#voice.stop.abort();
  }

  /** A step's question on the page waits for its yes or no whatever was said since, and whoever opened it. */
  #hints(): SpeechHints {
    const hints = this.#parts.dialogue.hints(this.conversation, this.#guide);
    return this.#guide?.asking ? { ...hints, expecting: 'confirmation' } : hints;
  }

  #emit(event: ServerEvent): number {
    const message = this.outbox.add(event);
    this.#channel.tell(message);
    if (this.outbox.overflowed) this.link?.close(closeCodeOf('rate_limited'), 'rate_limited');
    return message.n;
  }

  #report(error: unknown, id?: string): void {
    const event = errorEvent(error, id);
    if (event.code === 'internal') this.#parts.log.error({ err: error, session: this.id }, 'voice session');
    else this.#parts.log.warn({ code: event.code, session: this.id }, 'voice session');
    if (!this.#closed) this.#emit(event);
  }
}

/** Forgets the oldest beyond `most`. */
function trim(kept: Set<string> | Map<number, unknown>, most: number): void {
  const oldest = kept.keys().next();
  if (kept.size > most && !oldest.done) (kept as Set<string | number>).delete(oldest.value);
}
