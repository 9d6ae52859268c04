import { expect, test, vi } from 'vitest';
import type { AudioFormat } from '#protocol';
import type { SpeechEvent, SpeechStreamOptions } from '../speech/contract.ts';
import { MicrophoneInput } from './microphone-input.ts';

const pcm: AudioFormat = { encoding: 'pcm16', sampleRate: 16_000 };

function setUp(open?: () => Promise<void>) {
  const streams: { options: SpeechStreamOptions; heard: number[]; flushed: number; closed: boolean }[] = [];
  const events: SpeechEvent[] = [];
  const onError = vi.fn();
  const onSound = vi.fn();
  const microphone = new MicrophoneInput(pcm, {
    speech: {
      open: async (options) => {
        await open?.();
        const stream = { options, heard: [] as number[], flushed: 0, closed: false };
        streams.push(stream);
        return {
          push: (payload) => {
            stream.heard.push(...payload);
            return 20;
          },
          flush: async () => void stream.flushed++,
          close: () => {
            stream.closed = true;
          },
        };
      },
    },
    hints: () => ({ phrases: [], orderNumbers: [], expecting: 'anything' }),
    on: (event) => events.push(event),
    onSound,
    onError,
  });
  return { microphone, streams, events, onError, onSound };
}

test('frames that come while the stream is opened are heard first', async () => {
  const { microphone, streams } = setUp();
  microphone.push(0, Uint8Array.of(1));
  microphone.push(1, Uint8Array.of(2));
  microphone.stop();
  await vi.waitFor(() => expect(streams[0]?.flushed).toBe(1));
  microphone.push(2, Uint8Array.of(3));
  expect(streams[0]?.heard).toEqual([1, 2, 3]);
});

test('a stream that cannot be opened is reported and opened again by the next frame', async () => {
  const outcomes = [Promise.reject(new Error('no room')), Promise.resolve()];
  const { microphone, streams, onError } = setUp(() => outcomes.shift() ?? Promise.resolve());
  microphone.push(0, Uint8Array.of(1));
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
  microphone.push(1, Uint8Array.of(2));
  await vi.waitFor(() => expect(streams[0]?.heard).toEqual([2]));
});

test('another format ends the old stream, and utterances go on counting', async () => {
  const { microphone, streams, events } = setUp();
  microphone.push(0, Uint8Array.of(1));
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  streams[0]?.options.on({ type: 'speech_started', utterance: 1 });
  microphone.changeFormat({ encoding: 'opus' });
  await vi.waitFor(() => expect(streams[0]).toMatchObject({ flushed: 1, closed: true }));
  microphone.push(1, Uint8Array.of(2));
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  streams[1]?.options.on({ type: 'speech_started', utterance: 1 });
  expect(events).toEqual([
    { type: 'speech_started', utterance: 1 },
    { type: 'speech_started', utterance: 2 },
  ]);
});

test('closed while it is being opened, the stream is closed too', async () => {
  const { microphone, streams } = setUp();
  microphone.push(0, Uint8Array.of(1));
  microphone.close();
  await vi.waitFor(() => expect(streams[0]?.closed).toBe(true));
});

test('what was sent in one format while its stream was being opened is not heard in another', async () => {
  const { microphone, streams } = setUp();
  microphone.push(0, Uint8Array.of(1));
  microphone.changeFormat({ encoding: 'opus' });
  microphone.push(1, Uint8Array.of(2));
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  await vi.waitFor(() => expect(streams[0]?.closed).toBe(true));
  expect(streams.map(({ heard, flushed }) => [heard, flushed])).toEqual([
    [[1], 1],
    [[2], 0],
  ]);
});

test('no more frames are taken than may wait for the stream, and those are asked for again', () => {
  const { microphone } = setUp(() => new Promise(() => {}));
  for (let sequence = 0; sequence < 1_000; sequence++) microphone.push(sequence, Uint8Array.of(1));
  expect(() => microphone.push(1_000, Uint8Array.of(1))).toThrow('not ready');
  expect(microphone.next).toBe(1_000);
});

test('how long frames sound is told, those too that waited for the stream', async () => {
  const { microphone, streams, onSound } = setUp();
  microphone.push(0, Uint8Array.of(1));
  await vi.waitFor(() => expect(streams[0]?.heard).toEqual([1]));
  microphone.push(1, Uint8Array.of(2));
  expect(onSound.mock.calls).toEqual([[20], [20]]);
});
