import { ActionIcon, Loader } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { type Messages, useI18n } from '../../i18n/index.ts';
import { useVoice, useVoiceClient } from '../use-voice.ts';
import styles from './StatusLine.module.css';
import { type Status, statusOf } from './status.ts';

/** Live words, the caption of the sentence that sounds, or what is going on. Always the same height. */
export function StatusLine({ handsFree }: { handsFree: boolean }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  const status = statusOf(useVoice());
  const working = status.kind === 'thinking' || status.kind === 'connecting';
  return (
    <div className={styles.line} data-kind={status.kind} data-testid="status">
      {working && <Loader size={18} color="var(--hx-pine)" aria-hidden />}
      <p className={styles.text}>
        <span>{wordsOf(status, t, handsFree)}</span>
      </p>
      {status.kind === 'caption' && (
        <ActionIcon
          variant="default"
          size={44}
          radius={22}
          aria-label={t.microphone.stopReply}
          onClick={() => client.stopReply()}
        >
          <IconPlayerStopFilled size={18} />
        </ActionIcon>
      )}
    </div>
  );
}

function wordsOf(status: Status, t: Messages, handsFree: boolean): string {
  switch (status.kind) {
    case 'words':
    case 'caption':
      return status.text;
    case 'asking':
      return t.microphone.allow;
    case 'idle':
      return handsFree ? t.microphone.handsFreeIdle : t.microphone.holdHint;
    default:
      return t.microphone[status.kind];
  }
}
