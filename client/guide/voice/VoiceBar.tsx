import { IconMicrophone, IconMicrophoneFilled } from '@tabler/icons-react';
import type { VoiceSnapshot } from '../../voice/contract.ts';
import { type GuideWords, useGuideWords } from '../words.ts';
import type { GuideVoice } from './use-voice-client.ts';
import styles from './VoiceBar.module.css';

/** Listening without a hand, and what was heard. Says so when voice is away. */
export function VoiceBar({ voice, online }: { voice: GuideVoice | undefined; online: boolean }) {
  const t = useGuideWords();
  const listening = voice?.snapshot.listening !== undefined;
  return (
    <div className={styles.bar} data-on={listening}>
      <button
        type="button"
        className={styles.microphone}
        aria-pressed={listening}
        aria-label={listening ? t.voice.off : t.voice.on}
        disabled={!voice || !online || voice.snapshot.inCall}
        onClick={() =>
          listening ? voice?.client.stopListening() : void voice?.client.startListening('handsfree')
        }
      >
        {listening ? <IconMicrophoneFilled size={26} /> : <IconMicrophone size={26} />}
      </button>
      <p className={styles.words} role="status">
        {online ? wordsOf(voice?.snapshot, t) : t.voice.away}
      </p>
    </div>
  );
}

function wordsOf(seen: VoiceSnapshot | undefined, t: GuideWords): string {
  if (!seen) return t.voice.connecting;
  if (seen.connection === 'lost' || seen.connection === 'offline' || seen.connection === 'refused')
    return t.voice.away;
  if (!['off', 'on', 'asking'].includes(seen.microphone)) return t.voice.blocked;
  if (seen.liveWords) return seen.liveWords;
  if (seen.thinking) return t.voice.thinking;
  const { speaking, reply } = seen;
  if (speaking && reply?.id === speaking.reply) return reply.speech[speaking.sentence] ?? '';
  if (seen.listening) return seen.hearing ? t.voice.listening : t.voice.hint;
  return t.voice.idle;
}
