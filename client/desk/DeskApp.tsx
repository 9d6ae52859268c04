import { IconPlugConnectedX } from '@tabler/icons-react';
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { deskPages, type Language, type StaffSession } from '#protocol';
import { errorCodeOf, RefusedError } from '../http.ts';
import { LanguageProvider, preferredLanguage } from '../i18n/index.ts';
import { openStorage, readPreferences, writePreferences } from '../shopper/index.ts';
import { Problem } from './frame/Problem.tsx';
import { useErrorWords } from './frame/use-error-words.ts';
import { Waiting } from './frame/Waiting.tsx';
import { ApiContext, useApi } from './link/api-context.ts';
import type { DeskApi } from './link/desk-api.ts';
import { SignedIn } from './SignedIn.tsx';
import { SignIn } from './sign-in/SignIn.tsx';
import styles from './sign-in/SignInPage.module.css';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { WithToken } from './sign-in/WithToken.tsx';
import type { DeskSession } from './state/desk.ts';
import type { Trouble } from './state/snapshot.ts';
import { useDeskWords } from './words.ts';

const GuestPage = lazy(async () => ({ default: (await import('./guest/GuestPage.tsx')).GuestPage }));

export interface DeskAppProps {
  api: DeskApi;
  /** A line to the desk; a guest's with the token of their link. */
  createDesk: (guest?: string) => DeskSession;
  pathname: string;
  /** What stood behind `#` when the page was opened. */
  token: string;
}

/** The desk for those who are signed in, and the way in for everybody else. */
function SessionGate({
  createDesk,
  onLanguage,
}: {
  createDesk: () => DeskSession;
  onLanguage: (language: Language) => void;
}) {
  const api = useApi();
  const t = useDeskWords();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const refused = refusalOf(location.search);
  const session = useQuery({
    queryKey: ['session'],
    queryFn: api.session,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const signedIn = (fresh: StaffSession) => queries.setQueryData(['session'], fresh);
  if (session.data) {
    const { staff } = session.data;
    return <SignedIn key={staff.id} createDesk={createDesk} onLanguage={onLanguage} onSignedIn={signedIn} />;
  }
  if (session.isPending) return <Waiting />;
  if (
    session.error instanceof RefusedError &&
    ['not_signed_in', 'token_expired'].includes(session.error.code)
  ) {
    return (
      <SignInPage title={t.signIn.title}>
        {refused && (
          <p className={styles.error} role="alert">
            {errorWords(refused)}
          </p>
        )}
        <SignIn onSignedIn={signedIn} />
      </SignInPage>
    );
  }
  return (
    <Problem
      icon={<IconPlugConnectedX size={32} stroke={1.6} />}
      title={t.title}
      say={session.error instanceof RefusedError ? session.error.message : t.unreachable}
      action={{ name: t.again, run: () => void session.refetch() }}
    />
  );
}

/** Why the shop's identity provider sent somebody back without a session: `?refused=<code>`. */
function refusalOf(search: string): Trouble | undefined {
  const code = errorCodeOf(new URLSearchParams(search).get('refused'));
  return code && { code, message: '' };
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
