import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { deskEn, deskZh } from '../../i18n/index.ts';
import { ErrorBoundary } from '../../ui/index.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useCommand } from '../keys/keys.ts';
import type { OpenConversation } from '../state/snapshot.ts';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { CloseSheet } from './CloseSheet.tsx';
import { InviteSheet } from './InviteSheet.tsx';
import { ReplyBox } from './ReplyBox.tsx';
import { Transcript } from './Transcript.tsx';
import { TransferSheet } from './TransferSheet.tsx';
import { WorkHead, type WorkSheet } from './WorkHead.tsx';
import styles from './Workspace.module.css';

const CallPane = lazy(async () => ({ default: (await import('../call/CallPane.tsx')).CallPane }));

/** One conversation: the call, what is said, and what can be done about it. */
export function Workspace({
  open,
  onTicket,
  onPanel,
  onBack,
}: {
  open: OpenConversation;
  onTicket: () => void;
  /** Given where the customer panel is not beside it. */
  onPanel: (() => void) | undefined;
  /** Given where the queue is not beside it. */
  onBack: (() => void) | undefined;
}) {
  const t = useDeskWords();
  const desk = useDesk();
  const calls = useDeskState('calls');
  const [sheet, setSheet] = useState<WorkSheet>();
  const { view, role, released } = open;
  const { conversation } = view;
  const holds = role === 'holder' && !released;
  useCommand('close', holds ? () => setSheet('close') : undefined);
  useCommand('ticket', holds ? onTicket : undefined);
  const shut = () => setSheet(undefined);
  return (
    <section className={styles.work} aria-label={t.work.label}>
      <WorkHead open={open} onSheet={setSheet} onTicket={onTicket} onPanel={onPanel} onBack={onBack} />
      {released && (
        <div className={styles.released} role="status">
          <span>{t.work.released[released]}</span>
          <Button size="compact-md" variant="default" onClick={() => desk.putAway(conversation)}>
            {t.work.putAway}
          </Button>
        </div>
      )}
      {calls && !released && (
        <ErrorBoundary words={{ en: deskEn.crashed, zh: deskZh.crashed }}>
          <Suspense fallback={<Waiting say={t.work.joining} />}>
            <CallPane key={view.call} view={view} role={role} />
          </Suspense>
        </ErrorBoundary>
      )}
      {calls === false && !released && (
        <p className={styles.note}>
          <strong>{t.line.callsOff}.</strong> <span>{t.line.callsOffSay}</span>
        </p>
      )}
      <Transcript key={`lines ${conversation}`} view={view} />
      {holds && <ReplyBox key={`reply ${conversation}`} view={view} />}
      {sheet === 'close' && (
        <CloseSheet
          view={view}
          onClose={shut}
          onTicket={() => {
            shut();
            onTicket();
          }}
        />
      )}
      {sheet === 'transfer' && <TransferSheet conversation={conversation} onClose={shut} />}
      {sheet === 'invite' && <InviteSheet conversation={conversation} onClose={shut} />}
    </section>
  );
}
