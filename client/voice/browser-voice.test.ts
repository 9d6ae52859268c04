import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BrowserVoice } from './browser-voice.ts';

/** The browser's synthesiser in the test's hands: it says a sentence until it is told that it has said it. */
class DrivenSynthesis {
  readonly said: string[] = [];
  #now: DrivenUtterance | undefined;

  getVoices = () => [{ lang: 'en-GB', localService: true, default: true }];
  addEventListener = () => {};
  removeEventListener = () => {};

  speak(utterance: DrivenUtterance): void {
    this.#now = utterance;
    this.said.push(utterance.text);
    utterance.onstart?.();
  }

  cancel(): void {
    const cut = this.#now;
    this.#now = undefined;
    queueMicrotask(() => cut?.onerror?.());
  }

  reach(word: string): void {
    this.#now?.onboundary?.({ charIndex: this.#now.text.indexOf(word) });
  }

  async finish(): Promise<void> {
    const done = this.#now;
    this.#now = undefined;
    done?.onend?.();
    await settled();
  }
}

class DrivenUtterance {
  text: string;
  onstart?: () => void;
  onend?: () => void;
  onerror?: () => void;
  onboundary?: (event: { charIndex: number }) => void;

  constructor(text: string) {
    this.text = text;
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the browser's voice", () => {
  let synthesis: DrivenSynthesis;
  let voice: BrowserVoice;
  let spoken: Promise<boolean>;
  const sentences = ['It left today, and it arrives on Friday.', 'Anything else?'];

  beforeEach(async () => {
    synthesis = new DrivenSynthesis();
    vi.stubGlobal('speechSynthesis', synthesis);
    vi.stubGlobal('SpeechSynthesisUtterance', DrivenUtterance);
    voice = new BrowserVoice();
    spoken = voice.speak(sentences, 'en', () => {});
    await settled();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('says one sentence after the other', async () => {
    await synthesis.finish();
    await synthesis.finish();
    expect(await spoken).toBe(true);
    expect(synthesis.said).toEqual(sentences);
  });

  test('goes on with the phrase it was held in', async () => {
    synthesis.reach('arrives');
    voice.hold();
    await settled();
    expect(synthesis.said).toHaveLength(1);
    voice.resume();
    await settled();
    expect(synthesis.said.at(-1)).toBe('and it arrives on Friday.');
    await synthesis.finish();
    await synthesis.finish();
    expect(await spoken).toBe(true);
  });

  test('goes on where it was let go before the browser said that it was cut', async () => {
    voice.hold();
    voice.resume();
    await settled();
    expect(synthesis.said).toEqual([sentences[0], sentences[0]]);
  });

  test('waits with a reply that begins while it is held', async () => {
    voice.stop();
    voice.hold();
    const next = voice.speak(['Done.'], 'en', () => {});
    await settled();
    expect(synthesis.said).not.toContain('Done.');
    voice.resume();
    await settled();
    await synthesis.finish();
    expect(await next).toBe(true);
  });

  test('says nothing more once it is stopped while it is held', async () => {
    voice.hold();
    voice.stop();
    voice.resume();
    expect(await spoken).toBe(false);
    expect(synthesis.said).toHaveLength(1);
  });

  test('is unlocked once, by a sentence of nothing', () => {
    const before = synthesis.said.length;
    voice.unlock();
    voice.unlock();
    expect(synthesis.said.slice(before)).toEqual(['']);
  });
});

test('a voice that never begins is given up', async () => {
  vi.useFakeTimers();
  const cancel = vi.fn();
  vi.stubGlobal('SpeechSynthesisUtterance', DrivenUtterance);
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'en-GB', localService: true, default: true }],
    speak: () => {},
    cancel,
  });
  const spoken = new BrowserVoice().speak(['It left today.'], 'en', () => {});
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await spoken).toBe(false);
  expect(cancel).toHaveBeenCalledOnce();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
