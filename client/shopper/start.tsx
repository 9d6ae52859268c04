import { createRoot } from 'react-dom/client';
import { en, type Messages, preferredLanguage, zh } from '../i18n/index.ts';
import { ErrorBoundary, UiProvider } from '../ui/index.ts';
import { createVoiceClient } from '../voice/index.ts';
import { openStorage, readPreferences } from './preferences.ts';
import { ShopperPage } from './ShopperPage.tsx';
import { demoToken } from './session/demo-token.ts';
import { openHostPage, quietWhenClosed } from './session/host-page.ts';

/** Puts the shopper's page into `element`, connected to the server that served it. */
export function startShopper(element: HTMLElement): void {
  const host = openHostPage(window);
  const storage = openStorage();
  const { language, muted } = readPreferences(storage);
  const client = createVoiceClient({
    address: new URL('/v1/voice', window.location.href.replace(/^http/, 'ws')).href,
    language: language ?? preferredLanguage(navigator.languages),
    ...(muted === undefined ? {} : { muted }),
    ...(storage && { storage }),
  });
  const connect = () => client.connect(host?.token ?? demoToken);
  connect();
  if (host) quietWhenClosed(client, host);
  createRoot(element).render(
    <ErrorBoundary words={{ en: crashWords(en), zh: crashWords(zh) }}>
      <UiProvider>
        <ShopperPage client={client} onSignIn={connect} onClose={host?.close} />
      </UiProvider>
    </ErrorBoundary>,
  );
}

const crashWords = ({ notices, actions }: Messages) => ({ ...notices.crashed, reload: actions.reload });
