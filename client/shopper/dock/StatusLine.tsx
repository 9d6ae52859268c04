import { ActionIcon, Loader } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { type Messages, useI18n } from '../../i18n/index.ts';
import type { VoiceSnapshot } from '../../voice/contract.ts';
import { useVoice, useVoiceClient } from '../use-voice.ts';
import styles from './StatusLine.module.css';

/** What the line above the microphone says. `words` and `caption` carry text, the others are looked up. */
type Status =
  | { kind: 'words'; text: string }
  | { kind: 'caption'; text: string }
  | { kind: 'connecting' | 'asking' | 'thinking' | 'listening' | 'crowded' | 'idle' };

type Seen = Pick<
  VoiceSnapshot,
  | 'connection'
  | 'microphone'
  | 'listening'
  | 'hearing'
  | 'liveWords'
  | 'thinking'
  | 'speaking'
  | 'reply'
  | 'history'
  | 'busy'
>;

/** The person's own words come first, then the answer on its way, then the answer that sounds. */
export function statusOf(seen: Seen): Status {
  if (seen.microphone === 'asking') return { kind: 'asking' };
  if (seen.liveWords !== '') return { kind: 'words', text: seen.liveWords };
  if (seen.hearing && seen.busy) return { kind: 'crowded' };
  if (seen.hearing) return { kind: 'listening' };
  if (seen.thinking) return { kind: 'thinking' };
  const caption = captionOf(seen);
  if (caption !== undefined) return { kind: 'caption', text: caption };
  if (seen.listening !== undefined) return { kind: 'listening' };
  if (seen.connection === 'connecting' || seen.connection === 'idle') return { kind: 'connecting' };
  return { kind: 'idle' };
}

function captionOf({ speaking, reply, history }: Seen): string | undefined {
  if (!speaking) return undefined;
  if (reply?.id === speaking.reply) return reply.speech[speaking.sentence];
  for (const entry of history) {
    if (entry.who === 'hexkey' && entry.reply.id === speaking.reply)
      return entry.reply.speech[speaking.sentence];
  }
  return undefined;
}

/** Live words, or what is going on. Always the same height. */
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
      return status.text;
    // The conversation marks the very sentence.
    case 'caption':
      return t.microphone.speaking;
    case 'asking':
      return t.microphone.allow;
    case 'idle':
      return handsFree ? t.microphone.handsFreeIdle : t.microphone.holdHint;
    default:
      return t.microphone[status.kind];
  }
}
