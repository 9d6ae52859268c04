import type { embedWords } from '../i18n/index.ts';

const tag = 'hexkey-assistant';

/** A page has one button, however often its script runs: pages that swap their body run the scripts in it again. */
export const isInPage = (): boolean => document.querySelector(tag) !== null;

export interface View {
  button: HTMLButtonElement;
  retry: HTMLButtonElement;
  /** Closes the panel while there is no framed page that could. */
  dismiss: HTMLButtonElement;
  panel: HTMLElement;
  isOpen(): boolean;
  setOpen(open: boolean): void;
  show(what: 'opening' | 'unreachable' | 'frame'): void;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const key =
  'M14.5 2a3 3 0 0 1 3 0l9.9 5.7a3 3 0 0 1 1.5 2.6v11.4a3 3 0 0 1-1.5 2.6L17.5 30a3 3 0 0 1-3 0l-9.9-5.7a3 3 0 0 1-1.5-2.6V10.3a3 3 0 0 1 1.5-2.6z';

/** Styles of the button and the panel. A constructed sheet: a strict content security policy lets it pass. */
const sheet = `
:host { all: initial; font-family: system-ui, sans-serif; color-scheme: light dark; }
:host([hidden]), [hidden] { display: none !important; }
button { font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #6fd0a8; outline-offset: 3px; }
.open {
  position: fixed; z-index: 2147483000; right: max(16px, env(safe-area-inset-right));
  bottom: max(16px, env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 10px;
  min-height: 56px; padding: 0 20px 0 14px; border: 0; border-radius: 28px; background: #14563f; color: #fff;
  font-size: 16px; font-weight: 600; box-shadow: 0 6px 24px rgb(0 0 0 / 28%);
}
.open:hover { background: #0f4532; }
.open svg { width: 32px; height: 32px; }
.socket { fill: #fff; }
.key { fill: none; stroke: #14563f; stroke-width: 3.4; stroke-linecap: square; }
.panel {
  position: fixed; z-index: 2147483000; right: 16px; bottom: 84px; width: min(420px, calc(100vw - 32px));
  height: min(720px, calc(100dvh - 100px)); overflow: hidden; border-radius: 18px; background: #f3f1ec;
  color: #1b211e; box-shadow: 0 12px 48px rgb(0 0 0 / 32%);
}
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
.cover {
  position: absolute; z-index: 1; inset: 0; display: grid; place-content: center; justify-items: center; gap: 12px;
  background: inherit; font-size: 16px; text-align: center;
}
.note { margin: 0; }
.retry { min-height: 48px; padding: 0 22px; border: 1px solid currentcolor; border-radius: 10px; background: none; color: inherit; }
@media (prefers-color-scheme: dark) { .panel { background: #121614; color: #eef0ec; } }
@media (max-width: 600px), (max-height: 480px) {
  .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .open { padding: 0 12px; }
  :host([data-open]) .open { display: none; }
  .panel { inset: 0; width: auto; height: auto; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise 180ms cubic-bezier(.2, 0, 0, 1); }
  @keyframes rise { from { opacity: 0; transform: translateY(16px); } }
}
`;

/** Builds button and panel in a shadow root, out of reach of the shop's styles and scripts' selectors. */
export function buildView(words: (typeof embedWords)['en']): View {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'open' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  root.adoptedStyleSheets = [styles];

  const panel = element('div', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', words.panel);
  panel.hidden = true;
  const note = element('p', 'note');
  note.setAttribute('role', 'status');
  const retry = element('button', 'retry', words.retry);
  const dismiss = element('button', 'retry', words.close);
  const cover = element('div', 'cover');
  cover.append(note, retry, dismiss);
  panel.append(cover);

  const button = element('button', 'open');
  button.append(icon(), element('span', 'label', words.open));
  root.append(panel, button);
  keepInPage(host);

  const setOpen = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.setAttribute('aria-label', open ? words.close : words.open);
    host.toggleAttribute('data-open', open);
  };
  setOpen(false);
  return {
    button,
    retry,
    dismiss,
    panel,
    isOpen: () => !panel.hidden,
    setOpen,
    show: (what) => {
      cover.hidden = what === 'frame';
      retry.hidden = what !== 'unreachable';
      note.textContent = what === 'unreachable' ? words.unreachable : words.opening;
    },
  };
}

/** Beside the body, which single-page shops swap or empty; where the host goes nevertheless, it is put back. */
function keepInPage(host: HTMLElement): void {
  const put = () => {
    if (!host.isConnected) document.documentElement.append(host);
  };
  put();
  new MutationObserver(put).observe(document, { childList: true, subtree: true });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  if (made instanceof HTMLButtonElement) made.type = 'button';
  return made;
}

function icon(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  for (const [d, className] of [
    [key, 'socket'],
    ['M11.2 23.8V12a3 3 0 0 1 3-3h8', 'key'],
  ] as const) {
    const path = document.createElementNS(svgNamespace, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', className);
    svg.append(path);
  }
  return svg;
}
