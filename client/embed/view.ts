import type { embedWords } from '../i18n/index.ts';
import { sheet } from './sheet.ts';

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

/** Builds button and panel in a shadow root, out of reach of the shop's styles and scripts' selectors. */
export function buildView(words: (typeof embedWords)['en']): View {
  const host = document.createElement('hexkey-assistant');
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
  document.body.append(host);

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
