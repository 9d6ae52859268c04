import { embedWords } from '../i18n/index.ts';
import { type FromShop, readFromPanel } from './contract.ts';
import { buildView, isInPage } from './view.ts';

/**
 * `<script src="https://hexkey.example/embed.js" data-token="…">` puts a button into a shop's page that opens the
 * assistant. Instead of `data-token` the page may set `window.hexkey = { token: async () => '…' }`, which is asked for a
 * fresh token whenever one is needed. `data-language` ("en", "zh") overrules the page's own language.
 */
const script = document.currentScript;

/** Where the shop's page keeps the signed-in shopper's token; `undefined` when it knows of none. */
function tokenSource(script: HTMLScriptElement): () => Promise<string | undefined> {
  return async () => {
    const given = 'hexkey' in window ? window.hexkey : undefined;
    if (
      typeof given === 'object' &&
      given !== null &&
      'token' in given &&
      typeof given.token === 'function'
    ) {
      const token: unknown = await given.token();
      return typeof token === 'string' ? token : undefined;
    }
    // Pages that swap their body bring a script with a fresh token.
    const newest = [...document.scripts].filter(({ src }) => src === script.src).pop();
    return (newest ?? script).dataset.token;
  };
}

interface PanelOptions {
  /** Origin of the Hexkey server. */
  server: string;
  words: (typeof embedWords)['en'];
  token: () => Promise<string | undefined>;
}

/** Silence of the framed page after which it counts as unreachable, in milliseconds. */
const patienceMs = 10_000;

/** The button and the panel it opens. The frame is loaded at the first opening and kept: the conversation goes on. */
function createPanel({ server, words, token }: PanelOptions): void {
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

if (script instanceof HTMLScriptElement) {
  const language = script.dataset.language ?? document.documentElement.lang;
  const put = () => {
    if (isInPage()) return;
    createPanel({
      server: new URL(script.src).origin,
      words: embedWords[/^zh/i.test(language) ? 'zh' : 'en'],
      token: tokenSource(script),
    });
  };
  if (document.body) put();
  else document.addEventListener('DOMContentLoaded', put, { once: true });
}
