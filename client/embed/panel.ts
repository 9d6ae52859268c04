import type { embedWords } from '../i18n/index.ts';
import { type FromShop, readFromPanel } from './contract.ts';
import { buildView } from './view.ts';

export interface PanelOptions {
  /** Origin of the Hexkey server. */
  server: string;
  words: (typeof embedWords)['en'];
  token: () => Promise<string | undefined>;
}

/** Silence of the framed page after which it counts as unreachable, in milliseconds. */
const patienceMs = 10_000;

/** The button and the panel it opens. The frame is loaded at the first opening and kept: the conversation goes on. */
export function createPanel({ server, words, token }: PanelOptions): void {
  const view = buildView(words);
  let frame: HTMLIFrameElement | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const send = (message: FromShop) => frame?.contentWindow?.postMessage(message, server);

  function load() {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.title = words.panel;
    frame.allow = 'camera; microphone; autoplay; clipboard-write; xr-spatial-tracking';
    frame.src = `${server}/#host=${encodeURIComponent(location.origin)}`;
    view.show('opening');
    view.panel.append(frame);
    clearTimeout(waiting);
    waiting = setTimeout(() => view.show('unreachable'), patienceMs);
  }

  function open() {
    view.setOpen(true);
    if (frame) frame.focus();
    else load();
  }

  function close() {
    if (!view.isOpen()) return;
    view.setOpen(false);
    view.button.focus();
    send({ hexkey: 'closed' });
  }

  async function answer(id: number) {
    const found = await token().catch(() => undefined);
    send(found === undefined ? { hexkey: 'no_token', id } : { hexkey: 'token', id, token: found });
  }

  window.addEventListener('message', (event) => {
    if (event.origin !== server || !frame || event.source !== frame.contentWindow) return;
    const message = readFromPanel(event.data);
    if (message?.hexkey === 'ready') {
      clearTimeout(waiting);
      view.show('frame');
      if (view.isOpen()) frame.focus();
    } else if (message?.hexkey === 'token_wanted') {
      void answer(message.id);
    } else if (message?.hexkey === 'close') {
      close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  view.button.addEventListener('click', () => (view.isOpen() ? close() : open()));
  view.retry.addEventListener('click', load);
  view.dismiss.addEventListener('click', close);
}
