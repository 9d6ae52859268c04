import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHeadset } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Language } from '#protocol';
import { Alerts } from './alert/Alerts.tsx';
import { useReleaseOfCalls } from './call/use-deck.ts';
import { Workspace } from './conversation/Workspace.tsx';
import { CustomerPanel } from './customer/CustomerPanel.tsx';
import styles from './DeskPage.module.css';
import { DeskHeader } from './frame/DeskHeader.tsx';
import { DeskSheet } from './frame/DeskSheet.tsx';
import { LineBanner } from './frame/LineBanner.tsx';
import { Problem } from './frame/Problem.tsx';
import { type DeskPart, usePart } from './frame/parts.ts';
import { Waiting } from './frame/Waiting.tsx';
import { KeySheet } from './keys/KeySheet.tsx';
import { useCommand } from './keys/keys.ts';
import { Queue } from './queue/Queue.tsx';
import type { OpenConversation } from './state/snapshot.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { TicketPanel } from './ticket/TicketPanel.tsx';
import { useDeskWords } from './words.ts';

const Wall = lazy(async () => ({ default: (await import('./wall/Wall.tsx')).Wall }));
const FiguresPage = lazy(async () => ({ default: (await import('./figures/FiguresPage.tsx')).FiguresPage }));
const ArticlesPage = lazy(async () => ({
  default: (await import('./articles/ArticlesPage.tsx')).ArticlesPage,
}));
const GapsPage = lazy(async () => ({ default: (await import('./gaps/GapsPage.tsx')).GapsPage }));
const TicketsPage = lazy(async () => ({ default: (await import('./tickets/TicketsPage.tsx')).TicketsPage }));
const Admin = lazy(async () => ({ default: (await import('./admin/Admin.tsx')).Admin }));

/** The whole page of somebody who is signed in. */
export function DeskPage({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const t = useDeskWords();
  const [part, setPart] = usePart();
  const [keys, setKeys] = useState(false);
  const line = useDeskState('line');
  const me = useDeskState('me');
  useCommand('keys', () => setKeys(true));
  useReleaseOfCalls();
  return (
    <div className={styles.page}>
      <DeskHeader part={part} onPart={setPart} onLanguage={onLanguage} />
      <LineBanner />
      <Alerts />
      <div className={styles.part} tabIndex={part === 'desk' ? undefined : 0}>
        {!me && line === 'connecting' ? (
          <Waiting say={t.line.connecting} />
        ) : (
          <Suspense fallback={<Waiting />}>
            <ShownPart part={part} onListen={() => setPart('desk')} />
          </Suspense>
        )}
      </div>
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </div>
  );
}

function ShownPart({ part, onListen }: { part: DeskPart; onListen: () => void }) {
  if (part === 'tickets') return <TicketsPage />;
  if (part === 'wall') return <Wall onListen={onListen} />;
  if (part === 'figures') return <FiguresPage />;
  if (part === 'articles') return <ArticlesPage />;
  if (part === 'gaps') return <GapsPage />;
  if (part === 'admin') return <Admin />;
  return <Columns />;
}

/** Queue, conversation and customer side by side; one after the other where there is no room. */
function Columns() {
  const t = useDeskWords();
  const desk = useDesk();
  const conversations = useDeskState('conversations');
  const selected = useDeskState('selected');
  const wide = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false });
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const open = selected === undefined ? undefined : conversations.get(selected);
  return (
    <main className={styles.columns}>
      {!open && <VisuallyHidden component="h1">{t.title}</VisuallyHidden>}
      {!(narrow && open) && (
        <div className={styles.queue}>
          <Queue />
        </div>
      )}
      {!(narrow && !open) && (
        <div className={styles.middle}>
          {open ? (
            <Opened
              key={open.view.conversation}
              open={open}
              wide={wide}
              onBack={narrow ? () => desk.select(undefined) : undefined}
            />
          ) : (
            <Problem
              icon={<IconHeadset size={32} stroke={1.5} />}
              title={t.work.none}
              say={t.work.noneSay('T')}
            />
          )}
        </div>
      )}
    </main>
  );
}

function Opened({
  open,
  wide,
  onBack,
}: {
  open: OpenConversation;
  wide: boolean;
  onBack: (() => void) | undefined;
}) {
  const t = useDeskWords();
  const [beside, setBeside] = useState<'customer' | 'ticket'>();
  const { view, role, released } = open;
  const shut = () => setBeside(undefined);
  const ticket = <TicketPanel view={view} head={wide} onClose={shut} />;
  const customer = <CustomerPanel view={view} notes={role === 'holder' && !released} />;
  return (
    <div className={styles.opened}>
      <Workspace
        open={open}
        onTicket={() => setBeside('ticket')}
        onPanel={wide ? undefined : () => setBeside('customer')}
        onBack={onBack}
      />
      {wide && <div className={styles.side}>{beside === 'ticket' ? ticket : customer}</div>}
      {!wide && beside === 'ticket' && (
        <DeskSheet title={t.ticket.title} side onClose={shut}>
          {ticket}
        </DeskSheet>
      )}
      {!wide && beside === 'customer' && (
        <DeskSheet title={t.panel.label} side onClose={shut}>
          {customer}
        </DeskSheet>
      )}
    </div>
  );
}
