import { useCallback, useEffect, useState } from 'react';
import type { Guide } from '#protocol/guide';
import { RefusedError } from '../http.ts';
import { LanguageProvider, preferredLanguage } from '../i18n/index.ts';
import { type HostPage, openStorage, readPreferences, writePreferences } from '../shopper/index.ts';
import { Logo } from '../ui/index.ts';
import buttons from './buttons.module.css';
import styles from './GuidePage.module.css';
import { GuidePage } from './GuidePage.tsx';
import type { GuideApi } from './link/guide-api.ts';
import { GuideSession } from './link/guide-session.ts';
import { GuideList } from './list/GuideList.tsx';
import { useGuideWords } from './words.ts';

export interface GuideAppProps {
  /** Empty for the list of all guides. */
  slug: string;
  order: string | undefined;
  api: GuideApi;
  /** A fresh token of whoever is signed in. */
  token: () => Promise<string>;
  /** The shop's page around it. */
  host?: HostPage | undefined;
}

interface Opened {
  guide: Guide;
  session: GuideSession;
}

/** The status with which the server has a guide that cannot be shown. */
const hasAFault = 409;

type OpeningState = 'opening' | 'unknown' | 'broken' | 'unreachable';

/** The page's frame before the guide is there, laid out as the guide will be so that nothing jumps. */
function GuideOpening({ state, onAgain }: { state: OpeningState; onAgain: () => void }) {
  const t = useGuideWords();
  return (
    <div className={styles.page} data-part="opening">
      <header className={styles.header}>
        <Logo size={28} />
        <h1 className={styles.title}>{state === 'opening' ? t.opening : t[state].title}</h1>
      </header>
      <div className={styles.blank} />
      <main className={styles.panel}>
        {state !== 'opening' && <p role="alert">{t[state].body}</p>}
        {state === 'unreachable' && (
          <button type="button" className={buttons.main} onClick={onAgain}>
            {t.unreachable.again}
          </button>
        )}
      </main>
    </div>
  );
}

/** Loads the guide that the page is for, then shows it. */
export function GuideApp({ slug, order, api, token, host }: GuideAppProps) {
  const [storage] = useState(openStorage);
  const [language, setLanguage] = useState(
    () => readPreferences(storage).language ?? preferredLanguage(navigator.languages),
  );
  const [opened, setOpened] = useState<Opened>();
  const [state, setState] = useState<OpeningState>('opening');

  const load = useCallback(() => {
    if (!slug) return;
    setState('opening');
    api.guide(slug).then(
      (guide) => {
        const session = new GuideSession({ api, slug, order, storage, steps: guide.steps.length });
        setOpened({ guide, session });
        void session.sync();
      },
      (error: unknown) => {
        const refused = error instanceof RefusedError && error.status < 500;
        if (!refused) console.warn(error);
        setState(!refused ? 'unreachable' : error.status === hasAFault ? 'broken' : 'unknown');
      },
    );
  }, [api, slug, order, storage]);
  useEffect(load, [load]);

  return (
    <LanguageProvider language={language}>
      {!slug ? (
        <GuideList api={api} />
      ) : opened ? (
        <GuidePage
          {...opened}
          storage={storage}
          token={token}
          host={host}
          onLanguage={() => {
            const next = language === 'en' ? 'zh' : 'en';
            setLanguage(next);
            writePreferences(storage, { ...readPreferences(storage), language: next });
          }}
        />
      ) : (
        <GuideOpening state={state} onAgain={load} />
      )}
    </LanguageProvider>
  );
}
