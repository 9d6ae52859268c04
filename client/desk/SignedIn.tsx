import { useEffect, useRef, useState } from 'react';
import type { Language, StaffSession } from '#protocol';
import { CallDeck } from './call/call-deck.ts';
import { DeckContext } from './call/use-deck.ts';
import { DeskPage } from './DeskPage.tsx';
import { SettingsContext, useStoredSettings } from './frame/settings.ts';
import { CommandBoard, CommandContext, useKeys } from './keys/keys.ts';
import { SignIn } from './sign-in/SignIn.tsx';
import styles from './sign-in/SignInPage.module.css';
import type { DeskSession } from './state/desk.ts';
import { DeskContext, useDesk, useDeskState } from './state/use-desk.ts';
import { useDeskWords } from './words.ts';

/** Lies over the desk when the session has ended: what was written below stays, and goes on after signing in. */
function SignInAgain({ onSignedIn }: { onSignedIn: (session: StaffSession) => void }) {
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

/** The desk of one person, connected; when their session ends it waits behind a polite question. */
export function SignedIn({
  createDesk,
  onLanguage,
  onSignedIn,
}: {
  createDesk: () => DeskSession;
  onLanguage: (language: Language) => void;
  onSignedIn: (session: StaffSession) => void;
}) {
  const [desk] = useState(createDesk);
  const [board] = useState(() => new CommandBoard());
  const [deck] = useState(() => new CallDeck(desk, () => import('../call/index.ts')));
  const settings = useStoredSettings();
  useKeys(board, settings[0].keys);
  useEffect(() => {
    desk.passCallsTo(deck);
    desk.connect();
    return () => desk.close();
  }, [desk, deck]);
  return (
    <DeskContext value={desk}>
      <DeckContext value={deck}>
        <CommandContext value={board}>
          <SettingsContext value={settings}>
            <DeskPage onLanguage={onLanguage} />
            <SignInAgain onSignedIn={onSignedIn} />
          </SettingsContext>
        </CommandContext>
      </DeckContext>
    </DeskContext>
  );
}
