import { describe, expect, test } from 'vitest';
import type { HistoryEntry, PageEvent, Reply } from '#protocol';
import { afterEvent } from './after-event.ts';
import { beforeTalk, type VoiceSnapshot } from './contract.ts';

const at = '2026-01-01T10:00:00Z';
const asked: HistoryEntry = { who: 'shopper', id: 'u1', text: 'where is it', source: 'voice', at };
const reply = { id: 'r1', text: 'On its way.', speech: ['On its way.'], choices: [], at } as unknown as Reply;

const blank: VoiceSnapshot = {
  ...beforeTalk,
  connection: 'ready',
  microphone: 'on',
  listening: 'tap',
  language: 'en',
  muted: false,
};

function shown(events: PageEvent[], before = blank): VoiceSnapshot {
  let snapshot = before;
  for (const event of events) snapshot = { ...snapshot, ...afterEvent(snapshot, event) };
  return snapshot;
}

const ready = (resumed: boolean, history: HistoryEntry[] = []): PageEvent => ({
  type: 'ready',
  protocol: 1,
  conversation: 'c',
  resumed,
  resumeToken: 't',
  resumeForMs: 1,
  nextAudio: 0,
  heartbeatMs: 1,
  maxUnacknowledgedBytes: 1,
  history,
  customer: { firstName: 'Ada' },
});

describe('a spoken turn', () => {
  const spoken: PageEvent[] = [
    { type: 'speech_started', utterance: 1 },
    { type: 'partial', utterance: 1, text: 'where' },
  ];

  test('shows its words while they are spoken', () => {
    expect(shown(spoken)).toMatchObject({ hearing: true, liveWords: 'where' });
  });

  test('keeps its final words on the screen until they are in the history', () => {
    const final: PageEvent = { type: 'final', utterance: 1, text: 'where is it', words: [], latencyMs: 1 };
    expect(shown([...spoken, final])).toMatchObject({ hearing: false, liveWords: 'where is it' });
    expect(shown([...spoken, final, { type: 'shopper_said', entry: asked }])).toMatchObject({
      liveWords: '',
      history: [asked],
    });
  });

  test('that held no words leaves nothing', () => {
    const snapshot = shown([...spoken, { type: 'discarded', utterance: 1, reason: 'no_words' }]);
    expect(snapshot).toMatchObject({ hearing: false, liveWords: '', history: [] });
  });
});

test('thinking lasts until the reply, which joins the history once', () => {
  const thinking = shown([{ type: 'thinking' }]);
  expect(thinking.thinking).toBe(true);
  const answered = shown(
    [
      { type: 'reply', reply },
      { type: 'reply', reply },
    ],
    thinking,
  );
  expect(answered).toMatchObject({ thinking: false, reply });
  expect(answered.history).toHaveLength(1);
});

test('a typed text waits until the server has it, or says why it cannot take it', () => {
  const typed = { ...blank, waiting: [{ id: 'u1', text: 'where is it' }] };
  expect(shown([{ type: 'shopper_said', entry: { ...asked, source: 'text' } }], typed).waiting).toEqual([]);
  const refused = shown(
    [{ type: 'error', code: 'internal', message: 'Sorry.', retryable: true, id: 'u1' }],
    typed,
  );
  expect(refused).toMatchObject({ waiting: [], error: { code: 'internal', message: 'Sorry.' } });
});

test('an old session that ran out is told of only where words may be lost', () => {
  const expired: PageEvent = { type: 'error', code: 'resume_expired', message: 'x', retryable: false };
  expect(shown([expired], { ...blank, listening: undefined }).error).toBeUndefined();
  expect(shown([expired], { ...blank, listening: 'handsfree' }).error?.code).toBe('resume_expired');
});

describe('a new socket', () => {
  const talking = { ...blank, hearing: true, liveWords: 'where', history: [asked], thinking: true };

  test('of the same session changes nothing on the screen', () => {
    expect(shown([ready(true, [])], talking)).toMatchObject({
      hearing: true,
      liveWords: 'where',
      thinking: true,
    });
  });

  test('of a new session shows what the server knows', () => {
    expect(shown([ready(false, [asked])], talking)).toMatchObject({
      hearing: false,
      liveWords: '',
      thinking: false,
      history: [asked],
    });
  });
});

describe('staff', () => {
  const ana = { name: 'Ana', call: 'call-1' };

  test('are there from when they take the conversation until they leave it', () => {
    const there = shown([{ type: 'staff', staff: ana }]);
    expect(there.staff).toEqual(ana);
    expect(shown([{ type: 'staff', staff: null }], there).staff).toBeUndefined();
  });

  test('told again after a reconnect are the same to the page', () => {
    const there = shown([{ type: 'staff', staff: ana }]);
    expect(shown([{ ...ready(true), staff: { ...ana } } as PageEvent], there).staff).toBe(there.staff);
  });

  test('that left while the socket was away are gone', () => {
    expect(shown([{ type: 'staff', staff: ana }, ready(false)]).staff).toBeUndefined();
  });
});

test('what is lost in noise is said so, until something is heard', () => {
  const lost: PageEvent = { type: 'discarded', utterance: 1, reason: 'noise' };
  expect(shown([lost])).toMatchObject({ noisy: true, hearing: false, liveWords: '' });
  expect(shown([lost, { type: 'speech_started', utterance: 2 }]).noisy).toBe(true);
  expect(shown([lost, { type: 'partial', utterance: 2, text: 'ne' }]).noisy).toBe(false);
});

test('talk among people beside a guide is shown to be passed on, until somebody speaks again', () => {
  const aside: PageEvent = { type: 'discarded', utterance: 1, reason: 'aside', text: 'pass me that' };
  expect(shown([aside])).toMatchObject({ aside: 'pass me that', liveWords: '', history: [] });
  expect(shown([aside, { type: 'partial', utterance: 2, text: 'ne' }]).aside).toBeUndefined();
  expect(shown([aside, { type: 'discarded', utterance: 2, reason: 'no_words' }]).aside).toBe('pass me that');
});
