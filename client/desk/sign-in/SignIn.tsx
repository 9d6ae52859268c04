import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskPaths, type SignInWays, type StaffSession } from '#protocol';
import { RefusedError } from '../../http.ts';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './SignInPage.module.css';

interface SignInProps {
  onSignedIn: (session: StaffSession) => void;
}

/** Every way in that this server offers. */
export function SignIn({ onSignedIn }: SignInProps) {
  const api = useApi();
  const t = useDeskWords();
  const errorWords = useErrorWords();
  const ways = useQuery({ queryKey: ['ways'], queryFn: api.ways });
  const demo = useMutation({ mutationFn: api.signInToDemo, onSuccess: onSignedIn });
  if (ways.isPending) return <Waiting />;
  if (ways.isError) {
    return (
      <>
        <p className={styles.error} role="alert">
          {errorWords(ways.error)}
        </p>
        <Button onClick={() => void ways.refetch()}>{t.again}</Button>
      </>
    );
  }
  const { password, oidc, demo: offersDemo, setUp } = ways.data;
  return (
    <>
      {setUp && (
        <div>
          <strong>{t.signIn.needsSetUp}</strong>
          <p className={styles.note}>{t.signIn.needsSetUpSay}</p>
        </div>
      )}
      {oidc && (
        <Button component="a" href={deskPaths.oidc} size="md" variant={password ? 'default' : 'filled'}>
          {t.signIn.oidc(oidc.name)}
        </Button>
      )}
      {oidc && password && <div className={styles.or}>{t.signIn.or}</div>}
      {password && !setUp && <PasswordForm onSignedIn={onSignedIn} />}
      {offersDemo && (
        <>
          {(oidc || (password && !setUp)) && <div className={styles.or}>{t.signIn.or}</div>}
          <Button
            size="md"
            variant={password && !setUp ? 'default' : 'filled'}
            loading={demo.isPending}
            onClick={() => demo.mutate({ role: 'agent' })}
          >
            {t.signIn.demo}
          </Button>
          <Button
            variant="subtle"
            disabled={demo.isPending}
            onClick={() => demo.mutate({ role: 'supervisor' })}
          >
            {t.signIn.demoSupervisor}
          </Button>
          <p className={styles.note}>{t.signIn.demoSay}</p>
          {demo.isError && (
            <p className={styles.error} role="alert">
              {errorWords(demo.error)}
            </p>
          )}
        </>
      )}
      {noneOf(ways.data) && <p className={styles.note}>{t.signIn.noWays}</p>}
    </>
  );
}

const noneOf = ({ password, oidc, demo, setUp }: SignInWays) => !password && !oidc && !demo && !setUp;

function PasswordForm({ onSignedIn }: SignInProps) {
  const api = useApi();
  const t = useDeskWords();
  const errorWords = useErrorWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ email: email.trim(), password });
      }}
    >
      <TextInput
        label={t.signIn.email}
        type="email"
        size="md"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t.signIn.password}
        size="md"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.isError && (
        <p className={styles.error} role="alert">
          {signIn.error instanceof RefusedError && signIn.error.code === 'not_signed_in'
            ? t.signIn.wrong
            : errorWords(signIn.error)}
        </p>
      )}
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t.signIn.go}
      </Button>
    </form>
  );
}
