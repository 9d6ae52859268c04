// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallEvent } from '#protocol';
import { LanguageProvider } from '../../i18n/index.ts';
import type { CallEngine } from '../contract.ts';
import { afterCallEvent } from '../engine/after-call-event.ts';
import { scriptedRoom } from '../testing/scripted-room.ts';
import { RecordingMark } from './CallSigns.tsx';

let root: Root;
let box: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  box = document.createElement('div');
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

/** What the mark says after this was told of the call. */
function after(...events: Extract<CallEvent, { type: 'recording' }>[]): string {
  const snapshot = { room: events.reduce(afterCallEvent, scriptedRoom) };
  const engine = { subscribe: () => () => undefined, getSnapshot: () => snapshot };
  act(() =>
    root.render(
      <LanguageProvider language="en">
        <RecordingMark engine={engine as unknown as CallEngine} />
      </LanguageProvider>,
    ),
  );
  return box.textContent ?? '';
}

const begun = { type: 'recording', since: '2031-03-03T10:00:00Z' } as const;

test('the recording mark says that a call is recorded while it is, and nothing otherwise', () => {
  expect(after()).toBe('');
  expect(after(begun)).toContain('This call is being recorded');
  expect(after(begun, { type: 'recording', since: null })).toBe('');
});

test('the recording mark tells those who are told why that it is not any more', () => {
  expect(after(begun, { type: 'recording', since: null, failed: 'disk_full' })).toContain('disk is full');
  expect(box.querySelector('[role="alert"]')).not.toBeNull();
});
