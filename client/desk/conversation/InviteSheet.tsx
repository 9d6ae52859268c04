import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CopyLink } from '../frame/CopyLink.tsx';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import type { Outcome } from '../state/desk.ts';
import { useDesk } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './sheets.module.css';

/** Makes a link for somebody without an account: good for this call. */
export function InviteSheet({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const t = useDeskWords();
  const desk = useDesk();
  const errorWords = useErrorWords();
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState<Outcome | 'asking'>();
  const [takenBack, setTakenBack] = useState<Outcome | 'asking'>();
  const link = typeof outcome === 'object' && outcome.done ? outcome.link : undefined;
  return (
    <DeskSheet title={t.work.inviteTitle} onClose={onClose}>
      <p className={styles.say}>{t.work.inviteSay}</p>
      {link ? (
        <CopyLink link={new URL(link, location.href).href} label={t.work.inviteTitle} />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            setOutcome('asking');
            void desk.invite(conversation, name.trim()).then(setOutcome);
          }}
        >
          <TextInput
            label={t.work.inviteName}
            maxLength={60}
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {typeof outcome === 'object' && !outcome.done && (
            <p className={styles.error} role="alert">
              {errorWords(outcome.trouble)}
            </p>
          )}
          <Button type="submit" loading={outcome === 'asking'} disabled={name.trim() === ''}>
            {t.work.inviteMake}
          </Button>
        </form>
      )}
      {typeof takenBack === 'object' && (
        <p className={takenBack.done ? styles.say : styles.error} role="status">
          {takenBack.done ? t.work.uninvited : errorWords(takenBack.trouble)}
        </p>
      )}
      <Button
        variant="default"
        loading={takenBack === 'asking'}
        onClick={() => {
          setTakenBack('asking');
          setOutcome(undefined);
          void desk.uninvite(conversation).then(setTakenBack);
        }}
      >
        {t.work.uninvite}
      </Button>
    </DeskSheet>
  );
}
