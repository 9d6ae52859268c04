import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Messages, useI18n } from '../i18n/index.ts';
import type { ConnectionState } from '../voice/contract.ts';
import styles from './NoticeBar.module.css';
import { type Notice, type NoticeAction, noticeOf } from './notice.ts';
import { useVoice } from './use-voice.ts';

export interface NoticeBarProps {
  notice: Notice;
  onAction: (action: NoticeAction) => void;
}

/** What is wrong, and what one can do about it. */
export function NoticeBar({ notice, onAction }: NoticeBarProps) {
  const { t } = useI18n();
  const body = bodyOf(notice, t);
  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      role={notice.tone === 'info' ? 'status' : 'alert'}
      data-notice={notice.kind}
    >
      <span className={styles.icon} aria-hidden="true">
        {notice.underWay ? (
          <Loader size={20} color="currentColor" />
        ) : notice.tone === 'info' ? (
          <IconInfoCircle size={22} />
        ) : (
          <IconAlertTriangle size={22} />
        )}
      </span>
      <div className={styles.words}>
        <strong>{t.notices[notice.kind].title}</strong>
        {body && <p className={styles.body}>{body}</p>}
        {notice.actions.length > 0 && (
          <div className={styles.actions}>
            {notice.actions.map((action) => (
              <Button
                key={action}
                className={styles.action}
                variant="default"
                h={44}
                onClick={() => onAction(action)}
              >
                {t.actions[action]}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function bodyOf(notice: Notice, t: Messages): string | undefined {
  if (notice.code) return t.errors[notice.code];
  const words = t.notices[notice.kind];
  return 'body' in words ? words.body : undefined;
}

/** How long "connected again" stays, in milliseconds. */
const shownForMs = 4000;

/** True for a moment after a cut connection is whole again. */
function useCameBack(connection: ConnectionState): boolean {
  const [back, setBack] = useState(false);
  const before = useRef(connection);
  useEffect(() => {
    const away = before.current === 'lost' || before.current === 'offline';
    if (connection === 'ready' && away) setBack(true);
    else if (connection !== 'ready') setBack(false);
    before.current = connection;
  }, [connection]);
  useEffect(() => {
    if (!back) return;
    const timer = setTimeout(() => setBack(false), shownForMs);
    return () => clearTimeout(timer);
  }, [back]);
  return back;
}

export function Notices({ onAction }: { onAction: (action: NoticeAction) => void }) {
  const { t } = useI18n();
  const seen = useVoice();
  const notice = noticeOf(seen);
  const back = useCameBack(seen.connection);
  if (notice) return <NoticeBar notice={notice} onAction={onAction} />;
  if (!back) return null;
  return (
    <div className={styles.notice} data-tone="info" role="status" data-notice="back">
      <div className={styles.words}>
        <strong>{t.notices.back.title}</strong>
        <p className={styles.body}>{t.notices.back.body}</p>
      </div>
    </div>
  );
}
