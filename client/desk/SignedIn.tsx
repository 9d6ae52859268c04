import { useEffect, useState } from 'react';
import type { Language, StaffSession } from '#protocol';
import { CallDeck } from './call/call-deck.ts';
import { DeckContext } from './call/use-deck.ts';
import { DeskPage } from './DeskPage.tsx';
import { SettingsContext, useStoredSettings } from './frame/settings.ts';
import { CommandBoard, CommandContext, useKeys } from './keys/keys.ts';
import { SignInAgain } from './sign-in/SignInAgain.tsx';
import type { DeskSession } from './state/desk.ts';
import { DeskContext } from './state/use-desk.ts';

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
