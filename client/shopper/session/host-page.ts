import { type FromPanel, readFromShop } from '../../embed/contract.ts';
import type { VoiceClient } from '../../voice/contract.ts';

/** The shop's page around an embedded assistant. */
export interface HostPage {
  /** Asks the shop who is signed in. Empty when it knows of nobody: the server then says so. */
  token(): Promise<string>;
  /** Asks the shop's page to close the panel. */
  close(): void;
  onClosed(listener: () => void): () => void;
}

/**
 * `undefined` in a window of its own. The shop's origin comes from the browser where it tells (`ancestorOrigins`), else
 * from the address; a page that names another origin than its own there gets no message and is not heard.
 */
export function openHostPage(page: Window): HostPage | undefined {
  if (page.parent === page) return undefined;
  const origin =
    page.location.ancestorOrigins?.[0] ?? new URLSearchParams(page.location.hash.slice(1)).get('host');
  if (!origin || !/^https?:\/\//.test(origin)) return undefined;

  const closed = new Set<() => void>();
  const asked = new Map<number, (token: string) => void>();
  let lastId = 0;
  const send = (message: FromPanel) => page.parent.postMessage(message, origin);

  page.addEventListener('message', (event) => {
    if (event.source !== page.parent || event.origin !== origin) return;
    const message = readFromShop(event.data);
    if (!message) return;
    if (message.hexkey === 'closed') {
      for (const listener of closed) listener();
      return;
    }
    asked.get(message.id)?.(message.hexkey === 'token' ? message.token : '');
    asked.delete(message.id);
  });
  send({ hexkey: 'ready' });

  return {
    token: () =>
      new Promise((resolve) => {
        lastId += 1;
        asked.set(lastId, resolve);
        send({ hexkey: 'token_wanted', id: lastId });
      }),
    close: () => send({ hexkey: 'close' }),
    onClosed: (listener) => {
      closed.add(listener);
      return () => closed.delete(listener);
    },
  };
}

/** Nobody sees a panel that the shop's page has closed: it neither listens nor speaks. Returns the way to stop watching. */
export function quietWhenClosed(client: VoiceClient, host: HostPage): () => void {
  return host.onClosed(() => {
    client.stopListening();
    client.stopReply();
  });
}
