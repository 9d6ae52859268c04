import { IconMicrophone, IconMicrophoneFilled } from '@tabler/icons-react';
import type { VoiceSnapshot } from '../../voice/contract.ts';
import buttons from '../buttons.module.css';
import { type GuideWords, useGuideWords } from '../words.ts';
import type { GuideVoice } from './use-spoken-commands.ts';
import styles from './VoiceBar.module.css';

export interface VoiceBarProps {
  voice: GuideVoice | undefined;
  online: boolean;
  /** The step's question stands open, with its own buttons. */
  asking: boolean;
}

/** Listening without a hand, and what was heard. Says so when voice is away. */
export function VoiceBar({ voice, online, asking }: VoiceBarProps) {
  const t = useGuideWords();
  const listening = voice?.snapshot.listening !== undefined;
  return (
    <div className={styles.bar} data-on={listening} data-testid="voice" data-state={stateOf(voice?.snapshot)}>
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
      <div className={styles.said}>
        <p className={styles.words} role="status" aria-live={voice?.snapshot.liveWords ? 'off' : 'polite'}>
          {online ? wordsOf(voice?.snapshot, t) : t.voice.away}
        </p>
        {voice && <Answers voice={voice} asking={asking} />}
      </div>
    </div>
  );
}

/** What was heard and not taken for talk to Hexkey, quietly; and the buttons of a question that the page itself has none for. */
function Answers({ voice: { client, snapshot }, asking }: { voice: GuideVoice; asking: boolean }) {
  const t = useGuideWords();
  const { aside, reply, waiting } = snapshot;
  if (aside !== undefined)
    return (
      <button type="button" className={styles.aside} onClick={() => client.tellAside()}>
        {t.voice.aside(aside)}
      </button>
    );
  if (asking || !reply || reply.expecting !== 'confirmation' || waiting.length > 0) return null;
  return (
    <div className={styles.choices}>
      {reply.choices.map(({ id, label }) => (
        <button key={id} type="button" className={buttons.plain} onClick={() => client.choose(reply.id, id)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** What goes on, for styles and for whoever waits for it. */
function stateOf(seen: VoiceSnapshot | undefined): 'away' | 'hearing' | 'thinking' | 'speaking' | 'quiet' {
  if (seen?.connection !== 'ready') return 'away';
  if (seen.hearing || seen.liveWords) return 'hearing';
  if (seen.thinking) return 'thinking';
  return seen.speaking ? 'speaking' : 'quiet';
}

function wordsOf(seen: VoiceSnapshot | undefined, t: GuideWords): string {
  if (!seen) return t.voice.connecting;
  if (!['idle', 'connecting', 'ready'].includes(seen.connection)) return t.voice.away;
  if (!['off', 'on', 'asking'].includes(seen.microphone)) return t.voice.blocked;
  if (seen.liveWords) return seen.liveWords;
  if (seen.thinking) return t.voice.thinking;
  const { speaking, reply } = seen;
  if (speaking && reply?.id === speaking.reply) return reply.speech[speaking.sentence] ?? '';
  if (seen.hearing) return t.voice.listening;
  if (seen.listening && seen.noisy) return t.voice.noise;
  if (seen.listening && reply) return reply.text;
  if (seen.listening) return t.voice.hint;
  return t.voice.idle;
}
