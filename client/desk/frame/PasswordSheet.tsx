import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusedError } from '../../http.ts';
import sheets from '../conversation/sheets.module.css';
import { useApi } from '../link/api-context.ts';
import { missingIn, NewPasswordField } from '../sign-in/NewPasswordField.tsx';
import { useDesk } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { DeskSheet } from './DeskSheet.tsx';
import { useErrorWords } from './use-error-words.ts';

/** Changes one's own password; this page stays signed in, others do not. */
export function PasswordSheet({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useDeskWords();
  const api = useApi();
  const errorWords = useErrorWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const desk = useDesk();
  const change = useMutation({
    mutationFn: () => api.changePassword({ current, password }),
    // The line belongs to the session of before, which has ended.
    onSuccess: () => desk.reconnect(),
  });
  const wrong = change.error instanceof RefusedError && change.error.code === 'forbidden';
  return (
    <DeskSheet title={t.password.title} onClose={onClose}>
      {change.isSuccess ? (
        <>
          <p className={sheets.say} role="status">
            {t.password.changed}
          </p>
          <Button onClick={onClose}>{t.close}</Button>
        </>
      ) : (
        <form
          className={sheets.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (missingIn(password) === 0) change.mutate();
          }}
        >
          <p className={sheets.say}>{t.signIn.resetSay}</p>
          {/* What keeps passwords finds the account by it. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label={t.password.current}
            size="md"
            autoComplete="current-password"
            required
            withAsterisk={false}
            maxLength={200}
            error={wrong ? t.password.wrong : undefined}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPasswordField value={password} onChange={setPassword} />
          {change.isError && !wrong && (
            <p className={sheets.error} role="alert">
              {errorWords(change.error)}
            </p>
          )}
          <Button
            type="submit"
            loading={change.isPending}
            disabled={current === '' || missingIn(password) > 0}
          >
            {t.signIn.resetMake}
          </Button>
        </form>
      )}
    </DeskSheet>
  );
}
