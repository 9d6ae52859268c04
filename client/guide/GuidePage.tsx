import { IconDotsVertical, IconListNumbers, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Guide } from '#protocol/guide';
import { minutesLeft } from '#protocol/guide-time-left';
import type { CallEngine } from '../call/contract.ts';
import { useLanguage } from '../i18n/index.ts';
import { type HostPage, quietWhenClosed } from '../shopper/index.ts';
import { Logo } from '../ui/index.ts';
import buttons from './buttons.module.css';
import { Controls } from './Controls.tsx';
import { GuideCall } from './call/GuideCall.tsx';
import { useCallGuide } from './call/use-call-guide.ts';
import styles from './GuidePage.module.css';
import { LayOut } from './lay-out/LayOut.tsx';
import type { GuideSession } from './link/guide-session.ts';
import type { GuideAction, GuideView } from './logic/action.ts';
import type { Playthrough } from './logic/playthrough.ts';
import { Finished, StepPanel } from './StepPanel.tsx';
import sheetStyles from './sheets/GuideSheet.module.css';
import { GuideSheet } from './sheets/GuideSheet.tsx';
import { type OpenSheet, Sheets } from './sheets/Sheets.tsx';
import { GuideStage } from './stage/GuideStage.tsx';
import { useOnline } from './use-online.ts';
import { useGuideVoice, useSpokenCommands } from './voice/use-spoken-commands.ts';
import { VoiceBar } from './voice/VoiceBar.tsx';
import { useGuideWords, useTexts } from './words.ts';

export interface GuidePageProps {
  guide: Guide;
  session: GuideSession;
  storage: Storage | undefined;
  /** A fresh token of whoever is signed in. */
  token: () => Promise<string>;
  host?: HostPage | undefined;
  onLanguage: () => void;
}

interface GuideHeaderProps {
  guide: Guide;
  playthrough: Playthrough;
  onSheet: (sheet: OpenSheet) => void;
  /** Closes the panel in a shop's page. */
  onClose: (() => void) | undefined;
}

function GuideHeader({ guide, playthrough, onSheet, onClose }: GuideHeaderProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { place, enteredAt } = playthrough;
  const left = minutesLeft(guide, place, useMinutesSince(enteredAt));
  const facts = [
    ...(place > 0 && place <= guide.steps.length ? [t.place(place, guide.steps.length)] : []),
    ...(left === null ? [] : [t.timeLeft(left)]),
  ];
  return (
    <header className={styles.header}>
      <Logo size={28} />
      <div className={styles.heading}>
        <h1 className={styles.title}>{text(guide.title)}</h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.header.steps}
        onClick={() => onSheet({ kind: 'overview' })}
      >
        <IconListNumbers size={26} stroke={1.8} />
      </button>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.header.more}
        onClick={() => onSheet({ kind: 'more' })}
      >
        <IconDotsVertical size={26} stroke={1.8} />
      </button>
      {onClose && (
        <button type="button" className={buttons.icon} aria-label={t.header.close} onClick={onClose}>
          <IconX size={26} stroke={1.8} />
        </button>
      )}
      <div className={styles.bar} aria-hidden="true">
        <div style={{ scale: `${Math.min(1, place / (guide.steps.length + 1))} 1` }} />
      </div>
    </header>
  );
}

/** Whole minutes that have gone by since a moment; looks again twice a minute. */
function useMinutesSince(moment: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - moment) / 60_000));
}

/** A guide, from parts on the floor to the product that stands. */
export function GuidePage({ guide, session, storage, token, host, onLanguage }: GuidePageProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { language } = useLanguage();
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const { playthrough } = snapshot;
  const [sheet, setSheet] = useState<OpenSheet>();
  const [shown, setShown] = useState<{ part: string }>();
  const [inRoom, setInRoom] = useState(false);
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({});
  const [call, setCall] = useState<CallEngine>();
  const online = useOnline();
  const voice = useGuideVoice(language, storage, token);
  const client = voice?.client;
  useEffect(() => (client && host ? quietWhenClosed(client, host) : undefined), [client, host]);
  const panel = useRef<HTMLElement>(null);
  const { place, repeats, asking } = playthrough;
  const step = guide.steps[place - 1];
  const { act } = session;

  // In the room the part itself is pointed out; a sheet would cover it.
  const show = useCallback(
    (part: string) => {
      setShown({ part });
      if (!inRoom) setSheet({ kind: 'part', part });
    },
    [inRoom],
  );
  useKeys(act, sheet === undefined);
  const scene = useCallGuide({
    engine: call,
    slug: guide.slug,
    place,
    inRoom,
    onStep: (to) => act({ type: 'go', place: to }),
    onPart: (part) => setShown({ part }),
  });

  useEffect(() => {
    if (online) void session.sync();
  }, [online, session]);

  useEffect(() => {
    document.title = t.pageTitle(text(guide.title));
  }, [guide, t, text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    setSheet((open) => (open?.kind === 'part' || open?.kind === 'stuck' ? undefined : open));
  }, [place]);

  const carryOut = useCallback(
    (command: GuideAction | GuideView) => {
      if (command.type === 'show') return show(command.part);
      if (command.type === 'stuck') return setSheet({ kind: 'stuck' });
      setSheet(undefined);
      act(command);
    },
    [act, show],
  );
  useSpokenCommands(voice, guide.slug, snapshot, carryOut);

  const dock = (
    <>
      <VoiceBar voice={voice} online={online} asking={asking} />
      <Controls guide={guide} playthrough={playthrough} act={act} onSheet={setSheet} />
    </>
  );
  const sheets = (
    <Sheets
      open={sheet}
      guide={guide}
      session={session}
      pictures={pictures}
      storage={storage}
      voice={voice}
      onPart={setShown}
      onSheet={setSheet}
      onLanguage={onLanguage}
    />
  );

  return (
    <div
      className={styles.page}
      inert={inRoom}
      data-part={step ? 'step' : place === 0 ? 'lay-out' : 'finished'}
    >
      <GuideHeader guide={guide} playthrough={playthrough} onSheet={setSheet} onClose={host?.close} />
      <GuideStage
        guide={guide}
        place={place}
        repeats={repeats}
        shown={shown}
        call={scene}
        onTap={(part) => {
          show(part);
          scene?.press(part);
        }}
        onPicture={(part, address) => setPictures((taken) => ({ ...taken, [part]: address }))}
        inRoom={inRoom}
        onRoom={setInRoom}
      >
        {dock}
        {sheets}
      </GuideStage>
      <main ref={panel} className={styles.panel}>
        <GuideCall voice={voice} onEngine={setCall} />
        {place === 0 && (
          <LayOut
            guide={guide}
            ticked={playthrough.ticked}
            pictures={pictures}
            storage={storage}
            act={act}
            onSheet={setSheet}
          />
        )}
        {step && <StepPanel guide={guide} step={step} place={place} pictures={pictures} onPart={show} />}
        {place > guide.steps.length && <Finished guide={guide} onSheet={setSheet} />}
      </main>
      {!inRoom && <div className={styles.dock}>{dock}</div>}
      {!inRoom && sheets}
      {playthrough.pausedAt !== undefined && <Paused onCarryOn={() => act({ type: 'continue' })} />}
      <div className={styles.announced} role="status" aria-live="polite">
        {step
          ? `${t.place(place, guide.steps.length)}: ${text(step.title)}. ${asking ? text(step.check) : text(step.say)}`
          : ''}
      </div>
    </div>
  );
}

const keys: Record<string, GuideAction> = {
  ArrowRight: { type: 'next' },
  PageDown: { type: 'next' },
  ArrowLeft: { type: 'back' },
  PageUp: { type: 'back' },
  r: { type: 'repeat' },
};

/** Steps by keyboard or a presenter's remote; not while something is typed or slid. */
function useKeys(act: (action: GuideAction) => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      const action = keys[event.key];
      if (!action || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [act, active]);
}

function Paused({ onCarryOn }: { onCarryOn: () => void }) {
  const t = useGuideWords();
  return (
    <GuideSheet title={t.paused.title} onClose={onCarryOn}>
      <p className={sheetStyles.say}>{t.paused.body}</p>
      <button type="button" className={buttons.main} onClick={onCarryOn}>
        {t.paused.carryOn}
      </button>
    </GuideSheet>
  );
}
