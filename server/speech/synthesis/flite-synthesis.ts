import type { Worker } from 'node:worker_threads';
import { HexkeyError } from '../../errors.ts';
import { startThread } from '../../threads.ts';
import type { Synthesis } from '../contract.ts';
import { FairQueue } from '../fair-queue.ts';
import type { FliteAnswer, FliteRequest, FliteVoice } from './flite-messages.ts';

/** A sentence takes about 0.1 s; a thread this late is taken for dead. */
const patienceMs = 20_000;
const attempts = 2;
const silence = new Int16Array(0);

interface Job {
  text: string;
  attempts: number;
  owner: object;
  resolve: (pcm: Int16Array) => void;
  reject: (reason: unknown) => void;
}

/** Written forms that the voice reads wrongly, and how people say them. Applied in order. */
const spoken: [RegExp, (...groups: string[]) => string][] = [
  [
    /(?<![\p{L}\p{N}])([A-Z]{1,4})[-‐-–]([A-Z0-9]{1,12}(?:[-‐-–][A-Z0-9]{1,12}){0,2})(?![\p{L}\p{N}])/gu,
    (all, letters = '', code = '') => (/\d/.test(code) ? apart(letters + code.replace(/[-‐-–]/g, '')) : all),
  ],
  [/(?<![\p{L}\p{N}])[A-Z]{1,3}\d{4,12}(?![\p{L}\p{N}])/gu, (code) => apart(code)],
  [/[-–—]{1,2}(?=\s|$)|(?<=\s)[–—]|[–—]/g, () => ', '],
  [/([$€£])\s?([\d,]*\d)(?:\.(\d\d))?\b/g, (_all, sign = '', whole = '', cents) => money(sign, whole, cents)],
  [/\b(\d{4})-(\d\d)-(\d\d)\b/g, (all, _year, month, day) => date(Number(month), Number(day)) ?? all],
  [/(\d)\s?[x×]\s?(?=\d)/g, (_all, digit = '') => `${digit} by `],
  [/(\d)\s?(mm|cm|kg|km|m|g)\b/g, (_all, digit = '', unit = '') => `${digit} ${units[unit]}`],
  [/(\d)\s?%/g, (_all, digit = '') => `${digit} percent`],
  [/\b(\d+)([A-Z])\b/g, (_all, digits = '', letter = '') => `${digits} ${letter}`],
  [/\b\d{5,}\b/g, (digits) => apart(digits)],
  [/&/g, () => ' and '],
  [/[*_#`~<>|\\^"“”[\]{}]/g, () => ' '],
  [/\p{Cc}+/gu, () => ' '],
  [/\s+([,.!?;:])/g, (_all, mark = '') => mark],
  [/\s+/g, () => ' '],
];

const units: Record<string, string> = {
  mm: 'millimetres',
  cm: 'centimetres',
  m: 'metres',
  km: 'kilometres',
  g: 'grams',
  kg: 'kilograms',
};
const currencies: Record<string, [one: string, many: string]> = {
  $: ['dollar', 'dollars'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
};

/** A sentence as the voice should read it: order numbers digit by digit, money, days and sizes in words. */
export const speakable = (sentence: string): string =>
  spoken.reduce((text, [written, say]) => text.replace(written, say), sentence).trim();

const apart = (digits: string) => [...digits].join(' ');

function money(sign: string, whole: string, cents: string | undefined): string {
  const [one, many] = currencies[sign] ?? ['', ''];
  const amount = whole.replaceAll(',', '');
  const name = amount === '1' ? one : many;
  return cents && cents !== '00' ? `${amount} ${name} ${Number(cents)}` : `${amount} ${name}`;
}

function date(month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const name = new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return `${name} ${day}`;
}

/** Flite on one thread. Sentences under one abort signal are one reply, and replies take turns. */
export class FliteSynthesis implements Synthesis {
  readonly #voice: FliteVoice;
  readonly #queue = new FairQueue<Job>();
  #thread: Worker | undefined;
  #speaking: { id: number; job: Job; watchdog: NodeJS.Timeout } | undefined;
  #lastId = 0;
  #closed = false;

  constructor(voice: FliteVoice) {
    this.#voice = voice;
  }

  async speak(sentence: string, signal?: AbortSignal): Promise<Int16Array> {
    signal?.throwIfAborted();
    if (this.#closed) throw closedError();
    const text = speakable(sentence);
    if (!/[\p{L}\p{N}]/u.test(text)) return silence;
    return await new Promise((resolve, reject) => {
      const abort = () => {
        this.#queue.remove(job);
        reject(signal?.reason);
      };
      const settle =
        <Value>(end: (value: Value) => void) =>
        (value: Value) => {
          signal?.removeEventListener('abort', abort);
          end(value);
        };
      const job: Job = {
        text,
        attempts: 0,
        owner: signal ?? {},
        resolve: settle(resolve),
        reject: settle(reject),
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#queue.add(job);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#finish()?.reject(closedError());
    for (let job = this.#queue.take(); job; job = this.#queue.take()) job.reject(closedError());
    await this.#thread?.terminate();
  }

  #next(): void {
    if (this.#speaking || this.#closed) return;
    const job = this.#queue.take();
    if (!job) {
      this.#thread?.unref();
      return;
    }
    this.#thread ??= this.#start();
    this.#thread.ref();
    const id = ++this.#lastId;
    job.attempts++;
    const watchdog = setTimeout(() => void this.#thread?.terminate(), patienceMs);
    this.#speaking = { id, job, watchdog };
    this.#thread.postMessage({ id, text: job.text, voice: this.#voice } satisfies FliteRequest);
  }

  #start(): Worker {
    const thread = startThread(import.meta.url, './flite-thread', {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    let failure: unknown;
    thread.on('message', (answer: FliteAnswer) => this.#answered(answer));
    thread.on('error', (error) => {
      failure = error;
    });
    thread.on('exit', () => this.#died(failure));
    return thread;
  }

  #answered(answer: FliteAnswer): void {
    if (answer.id !== this.#speaking?.id) return;
    const job = this.#finish();
    if ('pcm' in answer) job?.resolve(answer.pcm);
    else job?.reject(new HexkeyError('internal', `The voice could not speak: ${answer.failed}.`));
    this.#next();
  }

  /** A sentence that was being spoken gets a new thread once; a second death is the sentence's own doing. */
  #died(failure: unknown): void {
    this.#thread = undefined;
    const job = this.#finish();
    if (job && job.attempts < attempts) this.#queue.add(job);
    else
      job?.reject(
        new HexkeyError('internal', 'The voice stopped twice on one sentence. The text still stands.', {
          cause: failure,
        }),
      );
    this.#next();
  }

  #finish(): Job | undefined {
    const speaking = this.#speaking;
    this.#speaking = undefined;
    clearTimeout(speaking?.watchdog);
    return speaking?.job;
  }
}

const closedError = () => new HexkeyError('internal', 'The voice was switched off while the server closes.');
