import { useRef, useState } from 'react';
import { LanguageProvider } from '../i18n/index.ts';
import type { VoiceClient } from '../voice/contract.ts';
import { Announcer } from './Announcer.tsx';
import { CallPanel } from './call/CallPanel.tsx';
import { ConversationHistory } from './conversation/ConversationHistory.tsx';
import { Dock } from './dock/Dock.tsx';
import { Notices } from './NoticeBar.tsx';
import type { NoticeAction } from './notice.ts';
import { openStorage, type Preferences, readPreferences, writePreferences } from './preferences.ts';
import { ShopperHeader } from './ShopperHeader.tsx';
import styles from './ShopperPage.module.css';
import { useStopOnEscape } from './use-stop-on-escape.ts';
import { useVoice, VoiceContext } from './use-voice.ts';

export interface ShopperPageProps {
  client: VoiceClient;
  /** Connects anew with a fresh token. */
  onSignIn: () => void;
  /** Given where the page lies in a shop's page. */
  onClose?: (() => void) | undefined;
}

export function ShopperPage({ client, ...props }: ShopperPageProps) {
  return (
    <VoiceContext value={client}>
      <Page client={client} {...props} />
    </VoiceContext>
  );
}

function Page({ client, onSignIn, onClose }: ShopperPageProps) {
  const { language, muted } = useVoice();
  const [storage] = useState(openStorage);
  const [preferences, setPreferences] = useState(() => readPreferences(storage));
  const field = useRef<HTMLInputElement>(null);
  const handsFree = preferences.handsFree ?? false;
  useStopOnEscape(client, onClose);

  const prefer = (change: Preferences) => {
    const next = { ...preferences, ...change };
    setPreferences(next);
    writePreferences(storage, next);
  };
  const act = (action: NoticeAction) => {
    const acts: Record<NoticeAction, () => void> = {
      try_microphone: () => void client.startListening(handsFree ? 'handsfree' : 'tap'),
      type_instead: () => field.current?.focus(),
      open_secure: () => {
        window.location.protocol = 'https:';
      },
      sign_in: onSignIn,
      take_over: onSignIn,
      dismiss: () => client.dismissError(),
      reload: () => window.location.reload(),
    };
    acts[action]();
  };

  return (
    <LanguageProvider language={language}>
      <div className={styles.page}>
        <ShopperHeader
          muted={muted}
          onMuted={(next) => {
            client.setMuted(next);
            prefer({ muted: next });
          }}
          onLanguage={() => {
            const next = language === 'en' ? 'zh' : 'en';
            client.setLanguage(next);
            prefer({ language: next });
          }}
          onClose={onClose}
        />
        <Notices onAction={act} />
        <CallPanel />
        <ConversationHistory />
        <Dock
          field={field}
          handsFree={handsFree}
          onHandsFree={(on) => {
            prefer({ handsFree: on });
            if (!on && client.getSnapshot().listening === 'handsfree') client.stopListening();
          }}
        />
        <Announcer />
      </div>
    </LanguageProvider>
  );
}
