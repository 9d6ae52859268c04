import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { deskPages, type Language } from '#protocol';
import { RefusedError } from '../http.ts';
import { LanguageProvider, preferredLanguage } from '../i18n/index.ts';
import { openStorage, readPreferences, writePreferences } from '../shopper/index.ts';
import { Waiting } from './frame/Waiting.tsx';
import { ApiContext } from './link/api-context.ts';
import type { DeskApi } from './link/desk-api.ts';
import { SessionGate } from './sign-in/SessionGate.tsx';
import { WithToken } from './sign-in/WithToken.tsx';
import type { DeskSession } from './state/desk.ts';

const GuestPage = lazy(async () => ({ default: (await import('./guest/GuestPage.tsx')).GuestPage }));

export interface DeskAppProps {
  api: DeskApi;
  /** A line to the desk; a guest's with the token of their link. */
  createDesk: (guest?: string) => DeskSession;
  pathname: string;
  /** What stood behind `#` when the page was opened. */
  token: string;
}

/** The staff face: which of its pages the address asks for, in the language somebody chose. */
export function DeskApp({ api, createDesk, pathname, token }: DeskAppProps) {
  const storage = openStorage();
  const [language, setLanguage] = useState<Language>(
    () => readPreferences(storage).language ?? preferredLanguage(navigator.languages),
  );
  const queries = useMemo(createQueries, []);
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    writePreferences(storage, { ...readPreferences(storage), language: chosen });
  };
  return (
    <LanguageProvider language={language}>
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <Suspense fallback={<Waiting />}>
            {pathname.startsWith(deskPages.guest) ? (
              <GuestPage createDesk={() => createDesk(token)} />
            ) : pathname.startsWith(deskPages.setUp) ? (
              <WithToken kind="set-up" token={token} />
            ) : pathname.startsWith(deskPages.reset) ? (
              <WithToken kind="reset" token={token} />
            ) : pathname.startsWith(deskPages.invitation) ? (
              <WithToken kind="invitation" token={token} />
            ) : (
              <SessionGate createDesk={createDesk} onLanguage={choose} />
            )}
          </Suspense>
        </ApiContext>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

/** What the server refused it refuses again; only what did not arrive is tried once more. */
const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => !(error instanceof RefusedError) && failures < 2,
      },
    },
  });
