import { useEffect, useRef } from 'react';
import type { StaffSession } from '#protocol';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { SignIn } from './SignIn.tsx';
import styles from './SignInPage.module.css';

/** Lies over the desk when the session has ended: what was written below stays, and goes on after signing in. */
export function SignInAgain({ onSignedIn }: { onSignedIn: (session: StaffSession) => void }) {
  const line = useDeskState('line');
  return line === 'signed_out' ? <Question onSignedIn={onSignedIn} /> : null;
}

function Question({ onSignedIn }: { onSignedIn: (session: StaffSession) => void }) {
  const t = useDeskWords();
  const desk = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={t.signIn.again}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={styles.form}>
        <h2 className={styles.title}>{t.signIn.again}</h2>
        <p className={styles.say}>{t.signIn.keptSay}</p>
        <SignIn
          onSignedIn={(session) => {
            onSignedIn(session);
            desk.connect();
          }}
        />
      </div>
    </dialog>
  );
}
