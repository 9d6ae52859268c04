import { useI18n } from '../i18n/index.ts';
import styles from './NoticeBar.module.css';
import { NoticeBar } from './NoticeBar.tsx';
import { type NoticeAction, noticeOf } from './notice.ts';
import { useCameBack } from './use-came-back.ts';
import { useVoice } from './use-voice.ts';

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
