import { IconMicrophoneFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useI18n } from '../../i18n/index.ts';
import type { ListenMode } from '../../voice/contract.ts';
import { useVoice, useVoiceClient } from '../use-voice.ts';
import { LevelMeter } from './LevelMeter.tsx';
import styles from './MicrophoneButton.module.css';

const hexagon =
  'M43 3.500a14 14 0 0 1 14 0l33.3 19.200a14 14 0 0 1 7 12.100v38.400a14 14 0 0 1-7 12.100L57 104.500a14 14 0 0 1-14 0L9.7 85.300a14 14 0 0 1-7-12.100V34.800a14 14 0 0 1 7-12.100z';

/** A press longer than this is held, not tapped, in milliseconds. */
const holdAfterMs = 280;

interface PressToTalk {
  on: boolean;
  start: (mode: 'tap' | 'hold') => void;
  stop: () => void;
}

/** Handlers of a button that a tap switches and a hold keeps on. Enter and Space tap; they do not hold. */
function usePressToTalk({ on, start, stop }: PressToTalk) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const release = () => {
    clearTimeout(timer.current);
    if (held.current) stop();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.current = false;
      clearTimeout(timer.current);
      if (on) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      timer.current = setTimeout(() => {
        held.current = true;
        start('hold');
      }, holdAfterMs);
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClick: () => {
      clearTimeout(timer.current);
      const wasHeld = held.current;
      held.current = false;
      if (wasHeld) return;
      if (on) stop();
      else start('tap');
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat) event.preventDefault();
    },
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}

/** The one big button: a tap starts and ends listening, a press held listens while it is held. */
export function MicrophoneButton({ tapMode }: { tapMode: Exclude<ListenMode, 'hold'> }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  const { listening, microphone, connection } = useVoice();
  const on = listening !== undefined;
  const press = usePressToTalk({
    on,
    start: (mode) => void client.startListening(mode === 'hold' ? 'hold' : tapMode),
    stop: () => client.stopListening(),
  });
  const asking = microphone === 'asking';
  const closed = connection === 'refused' || connection === 'replaced';
  const label = asking ? t.microphone.asking : on ? t.microphone.stop : t.microphone.start;
  return (
    <button
      type="button"
      className={styles.button}
      data-on={on}
      data-asking={asking}
      disabled={closed}
      aria-pressed={on}
      aria-label={label}
      {...press}
    >
      <LevelMeter />
      <svg className={styles.hexagon} viewBox="0 0 100 108" aria-hidden="true">
        <path d={hexagon} />
      </svg>
      <span className={styles.icon} aria-hidden="true">
        {on ? <IconPlayerStopFilled /> : <IconMicrophoneFilled />}
      </span>
    </button>
  );
}
