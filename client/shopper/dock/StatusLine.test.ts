import { expect, it } from 'vitest';
import type { VoiceSnapshot } from '../../voice/contract.ts';
import { reply } from '../testing/samples.ts';
import { createScriptedVoice } from '../testing/scripted-voice.ts';
import { statusOf } from './StatusLine.tsx';

const status = (change: Partial<VoiceSnapshot>) => statusOf(createScriptedVoice(change).getSnapshot());

it('shows the shopper’s own words before anything else', () => {
  expect(status({ liveWords: 'where is', thinking: true, hearing: true })).toEqual({
    kind: 'words',
    text: 'where is',
  });
});

it('captions the sentence that sounds', () => {
  const spoken = reply();
  expect(status({ reply: spoken, speaking: { reply: spoken.id, sentence: 1 } })).toEqual({
    kind: 'caption',
    text: spoken.speech[1],
  });
});

it('says that words come later when the server is crowded', () => {
  expect(status({ hearing: true, busy: true }).kind).toBe('crowded');
});

it('goes from connecting to idle, listening and thinking', () => {
  expect(status({ connection: 'connecting' }).kind).toBe('connecting');
  expect(status({}).kind).toBe('idle');
  expect(status({ listening: 'tap', microphone: 'on' }).kind).toBe('listening');
  expect(status({ thinking: true }).kind).toBe('thinking');
});
