import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Language, StaffSession } from '#protocol';
import { errorCodeOf, RefusedError } from '../../http.ts';
import { Problem } from '../frame/Problem.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { SignedIn } from '../SignedIn.tsx';
import type { DeskSession } from '../state/desk.ts';
import type { Trouble } from '../state/snapshot.ts';
import { useDeskWords } from '../words.ts';
import { SignIn } from './SignIn.tsx';
import styles from './SignInPage.module.css';
import { SignInPage } from './SignInPage.tsx';

/** The desk for those who are signed in, and the way in for everybody else. */
export function SessionGate({
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
