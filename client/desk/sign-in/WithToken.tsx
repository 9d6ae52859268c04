import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deskPages } from '#protocol';
import { RefusedError } from '../../http.ts';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import { missingIn, NewPasswordField } from './NewPasswordField.tsx';
import styles from './SignInPage.module.css';
import { SignInPage } from './SignInPage.tsx';

/** Makes an account from a link, the first of all or one that somebody was invited to, or gives one a new password. */
export function WithToken({
  kind,
  token,
  onDone = () => location.replace(deskPages.desk),
}: {
  kind: 'set-up' | 'invitation' | 'reset';
  token: string;
  onDone?: () => void;
}) {
  const api = useApi();
  const t = useDeskWords();
  const errorWords = useErrorWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () =>
      kind === 'set-up'
        ? api.setUp({ token, name: name.trim(), email: email.trim(), password })
        : kind === 'reset'
          ? api.resetPassword({ token, password })
          : api.acceptInvitation({ token, name: name.trim(), password }),
    onSuccess: onDone,
  });
  const missing = missingIn(password);
  const [title, say] =
    kind === 'set-up'
      ? [t.signIn.setUpTitle, t.signIn.setUpSay]
      : kind === 'reset'
        ? [t.signIn.resetTitle, t.signIn.resetSay]
        : [t.signIn.invitedTitle, t.signIn.invitedSay];
  if (token.length < 16) return <SignInPage title={title} say={t.signIn.noToken} />;
  const spent =
    make.error instanceof RefusedError &&
    ['not_found', 'too_late', 'token_expired', 'not_signed_in'].includes(make.error.code);
  return (
    <SignInPage title={title} say={say}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === 0) make.mutate();
        }}
      >
        {kind !== 'reset' && (
          <TextInput
            label={t.signIn.name}
            size="md"
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={60}
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {kind === 'set-up' && (
          <TextInput
            label={t.signIn.email}
            type="email"
            size="md"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <NewPasswordField value={password} onChange={setPassword} />
        {make.isError && (
          <p className={styles.error} role="alert">
            {spent ? t.signIn.spent : errorWords(make.error)}
          </p>
        )}
        <Button type="submit" size="md" loading={make.isPending} disabled={missing > 0}>
          {kind === 'reset' ? t.signIn.resetMake : t.signIn.make}
        </Button>
      </form>
    </SignInPage>
  );
}
