import { embedWords } from '../i18n/index.ts';
import { createPanel } from './panel.ts';
import { tokenSource } from './token-source.ts';

/**
 * `<script src="https://hexkey.example/embed.js" data-token="…">` puts a button into a shop's page that opens the
 * assistant. Instead of `data-token` the page may set `window.hexkey = { token: async () => '…' }`, which is asked for a
 * fresh token whenever one is needed. `data-language` ("en", "zh") overrules the page's own language.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const language = script.dataset.language ?? document.documentElement.lang;
  const put = () =>
    createPanel({
      server: new URL(script.src).origin,
      words: embedWords[/^zh/i.test(language) ? 'zh' : 'en'],
      token: tokenSource(script),
    });
  if (document.body) put();
  else document.addEventListener('DOMContentLoaded', put, { once: true });
}
