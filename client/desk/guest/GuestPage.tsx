import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CallDeck } from '../call/call-deck.ts';
import { DeckContext, useDeck, useEngine } from '../call/use-deck.ts';
import { LineBanner } from '../frame/LineBanner.tsx';
import { Waiting } from '../frame/Waiting.tsx';
import { SignInPage } from '../sign-in/SignInPage.tsx';
import type { DeskSession } from '../state/desk.ts';
import { DeskContext, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { GuestCall } from './GuestCall.tsx';

/** A second expert without an account: one call, by the link they were sent. */
export function GuestPage({ createDesk }: { createDesk: () => DeskSession }) {
  const [desk] = useState(createDesk);
  const [deck] = useState(() => new CallDeck(desk, () => import('../../call/index.ts')));
  useEffect(() => {
    desk.passCallsTo(deck);
    desk.connect();
    return () => desk.close();
  }, [desk, deck]);
  return (
    <DeskContext value={desk}>
      <DeckContext value={deck}>
        <LineBanner />
        <Invited />
      </DeckContext>
    </DeskContext>
  );
}

function Invited() {
  const t = useDeskWords();
  const deck = useDeck();
  const line = useDeskState('line');
  const guest = useDeskState('guest');
  const trouble = useDeskState('trouble');
  const [agreed, setAgreed] = useState(false);
  const [failed, setFailed] = useState(false);
  const call = guest?.call ?? '';
  const engine = useEngine(call);
  if (line === 'signed_out' || line === 'refused')
    return (
      <SignInPage
        title={t.guest.title}
        say={trouble?.code === 'forbidden' ? t.guest.revoked : t.guest.over}
      />
    );
  if (!guest) {
    return (
      <SignInPage title={t.guest.title}>
        <Waiting say={t.line.connecting} />
      </SignInPage>
    );
  }
  if (engine) return <GuestCall engine={engine} />;
  if (agreed) return <Waiting say={t.work.joining} />;
  return (
    <SignInPage title={t.guest.title} say={t.guest.say(guest.name)}>
      {failed && <p role="alert">{t.unreachable}</p>}
      {guest.recorded && <strong>{t.guest.recorded}</strong>}
      <Button
        size="md"
        onClick={() => {
          setAgreed(true);
          setFailed(false);
          deck.open(call, 'guest').catch((error: unknown) => {
            console.error(error);
            setAgreed(false);
            setFailed(true);
          });
        }}
      >
        {t.guest.join}
      </Button>
    </SignInPage>
  );
}
