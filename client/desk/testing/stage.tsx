import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import type { DeskEvent, DeskRequest } from '#protocol';
import { UiProvider } from '../../ui/UiProvider.tsx';
import { DeskApp } from '../DeskApp.tsx';
import type { DeskApi } from '../link/desk-api.ts';
import { fakeApi } from './fake-api.ts';
import { type FakeSocket, fakeLine } from './fake-line.ts';

type Requests<Type extends DeskRequest['type']> = Extract<DeskRequest, { type: Type }>[];

/** The desk in a document, with its server played by the test. */
export interface DeskOnStage {
  box: HTMLElement;
  say(...events: DeskEvent[]): Promise<void>;
  requests<Type extends DeskRequest['type']>(type: Type): Requests<Type>;
  /** Presses a key on `target`; default: nowhere in particular. */
  key(key: string, target?: Element): Promise<void>;
  type(field: Element, text: string): Promise<void>;
  press(name: string): Promise<void>;
  /** The field with this label. */
  field(label: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  cut(code?: number, reason?: string): Promise<void>;
  reconnected(): Promise<FakeSocket>;
  settle(): Promise<void>;
  /** Waits until `check` no longer throws. */
  soon(check: () => unknown): Promise<void>;
  leave(): Promise<void>;
}

/** Renders what `change` leads to. In between, clocks may tick as they do in a browser. */
async function acting(change: () => Promise<void>): Promise<void> {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await act(change);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
}

export async function openDesk(api: Partial<DeskApi> = {}): Promise<DeskOnStage> {
  sessionStorage.clear();
  localStorage.clear();
  const { happyDOM } = globalThis as { happyDOM?: { setViewport(size: { width: number }): void } };
  happyDOM?.setViewport({ width: 1280 });
  vi.stubGlobal('fetch', async () => Response.json({ code: 'not_found', message: 'None.' }, { status: 404 }));
  // What the document of these tests lacks.
  Object.assign(document, { fonts: new EventTarget() });
  HTMLElement.prototype.scrollIntoView = () => undefined;
  const box = document.createElement('div');
  document.body.append(box);
  const root = createRoot(box);
  const line = fakeLine();
  const settle = () => acting(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
  const soon = (check: () => unknown) =>
    vi.waitFor(
      async () => {
        await settle();
        check();
      },
      { timeout: 30_000 },
    );
  await acting(async () =>
    root.render(
      <UiProvider>
        <DeskApp api={fakeApi(api)} createDesk={() => line.desk} pathname="/desk" token="" />
      </UiProvider>,
    ),
  );
  await soon(() => line.socket());
  await acting(async () => line.socket().open());

  let gone: FakeSocket | undefined;
  const stage: DeskOnStage = {
    box,
    settle,
    soon,
    say: async (...events) => {
      await acting(async () => line.socket().say(...events));
      await settle();
    },
    requests: <Type extends DeskRequest['type']>(type: Type) =>
      line.requests().filter((one) => one.type === type) as Requests<Type>,
    key: async (key, target = document.body) => {
      await acting(async () => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
      await settle();
    },
    type: async (field, text) => {
      await acting(async () => {
        const prototype = Object.getPrototypeOf(field) as object;
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await settle();
    },
    press: async (name) => {
      const found = [...box.querySelectorAll<HTMLElement>('button, a, [role="menuitem"]')].find(
        (one) => one.getAttribute('aria-label') === name || one.textContent?.startsWith(name),
      );
      if (!found) throw new Error(`No button "${name}"`);
      await acting(async () => found.click());
      await settle();
    },
    field: (label) => {
      const fields = [...box.querySelectorAll<HTMLInputElement>('input, textarea, select')];
      const found = fields.find(
        (one) => one.getAttribute('aria-label') === label || one.labels?.[0]?.textContent === label,
      );
      if (!found) throw new Error(`No field "${label}"`);
      return found;
    },
    cut: async (code, reason) => {
      gone = line.socket();
      await acting(async () => gone?.cut(code, reason));
    },
    reconnected: async () => {
      await soon(() => {
        if (line.socket() === gone) throw new Error('Not connected again yet');
      });
      const socket = line.socket();
      await acting(async () => socket.open());
      return socket;
    },
    leave: async () => {
      await acting(async () => root.unmount());
      box.remove();
      vi.unstubAllGlobals();
    },
  };
  return stage;
}
