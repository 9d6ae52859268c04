// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../i18n/index.ts';
import { createScriptedVoice, type ScriptedVoice } from '../../shopper/testing/scripted-voice.ts';
import { CustomerCall } from './CustomerCall.tsx';

const ana = { name: 'Ana', call: 'call-1' };
const getUserMedia = vi.fn(() => new Promise<MediaStream>(() => undefined));
let root: Root;
let box: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  getUserMedia.mockClear();
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia, enumerateDevices: async () => [] },
  });
  box = document.createElement('div');
  document.body.append(box);
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

function show(voice: ScriptedVoice) {
  act(() =>
    root.render(
      <LanguageProvider language="en">
        <CustomerCall voice={voice} />
      </LanguageProvider>,
    ),
  );
  return voice;
}

async function press(words: string) {
  const found = [...box.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(words),
  );
  if (!found) throw new Error(`No button "${words}"`);
  await act(async () => found.click());
}

test('the customer’s call shows nothing while nobody is there', () => {
  show(createScriptedVoice());
  expect(box.textContent).toBe('');
});

test('the customer’s call says who is there and that nothing is recorded, and asks the browser for nothing before the person agreed', () => {
  show(createScriptedVoice({ staff: ana }));
  expect(box.textContent).toContain('Ana is here');
  expect(box.textContent).toContain('nothing else is recorded');
  expect(getUserMedia).not.toHaveBeenCalled();
});

test('the customer’s call says plainly that a call is recorded where it is, and that writing is not, before anything opens', () => {
  show(createScriptedVoice({ staff: { ...ana, recorded: true } }));
  expect(box.textContent).toContain('This call is recorded');
  expect(box.textContent).toContain('just write');
  expect(box.textContent).not.toContain('nothing else is recorded');
  expect(getUserMedia).not.toHaveBeenCalled();
});

test('opens camera and microphone when the person shows their camera, and silences Hexkey', async () => {
  const voice = show(createScriptedVoice({ staff: ana }));
  await press('Show my camera');
  expect(getUserMedia).toHaveBeenCalledWith(
    expect.objectContaining({ audio: expect.anything(), video: expect.anything() }),
  );
  expect(voice.acts).toContainEqual(['carryCall', 'call-1']);
  expect(voice.getSnapshot().inCall).toBe(true);
});

test('opens the microphone alone when the person only talks', async () => {
  show(createScriptedVoice({ staff: ana }));
  await press('Just talk');
  expect(getUserMedia).toHaveBeenCalledOnce();
  expect(getUserMedia.mock.calls[0]).toEqual([expect.not.objectContaining({ video: expect.anything() })]);
});

test('opens nothing when the person only writes, and keeps the way to a call open', async () => {
  const voice = show(createScriptedVoice({ staff: ana }));
  await press('Just write');
  expect(getUserMedia).not.toHaveBeenCalled();
  expect(voice.getSnapshot().inCall).toBe(false);
  await press('Call Ana');
  expect(box.textContent).toContain('Show my camera');
});

test('the customer’s call asks how it was and sends the one tap', async () => {
  const fetched = vi.fn(async () => new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', fetched);
  show(createScriptedVoice({ ratingOf: 'conversation-1' }));
  await press('4 of 5');
  expect(fetched).toHaveBeenCalledWith(
    '/v1/conversations/conversation-1/rating',
    expect.objectContaining({ method: 'POST', body: JSON.stringify({ stars: 4 }) }),
  );
  expect(box.textContent).toContain('Thank you');
});

test('the customer’s call keeps the stars when the answer could not be sent', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }));
  show(createScriptedVoice({ ratingOf: 'conversation-1' }));
  await press('2 of 5');
  expect(box.querySelector('[role="alert"]')?.textContent).toContain('could not be sent');
  expect(box.querySelectorAll('fieldset button')).toHaveLength(6);
});
