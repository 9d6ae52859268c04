import {
  IconMessage,
  IconMicrophone,
  IconPlayerRecordFilled,
  IconShieldCheck,
  IconVideo,
} from '@tabler/icons-react';
import { useCallWords } from '../words.ts';
import styles from './Cards.module.css';

export type CallWay = 'video' | 'voice' | 'write';

const icon = { size: 26, 'aria-hidden': true } as const;

/** Somebody is there. The person says how to go on before the browser is asked for anything. */
export function CallOffer({
  name,
  recorded,
  onChoose,
}: {
  name: string;
  recorded: boolean;
  onChoose: (way: CallWay) => void;
}) {
  const t = useCallWords().offer;
  return (
    <section className={styles.card} aria-labelledby="call-offer" data-call="offer">
      <h2 id="call-offer" className={styles.title}>
        {t.title(name)}
      </h2>
      <p className={styles.privacy}>
        {recorded ? (
          <IconPlayerRecordFilled className={styles.recorded} size={20} aria-hidden />
        ) : (
          <IconShieldCheck size={20} aria-hidden />
        )}
        <span>{recorded ? t.privacyRecorded(name) : t.privacy(name)}</span>
      </p>
      <p className={styles.body}>{t.body}</p>
      <div className={styles.ways}>
        <button type="button" className={styles.way} data-main="true" onClick={() => onChoose('video')}>
          <IconVideo {...icon} />
          <span className={styles.wayWords}>
            <b>{t.video}</b>
            <small>{t.videoHint}</small>
          </span>
        </button>
        <button type="button" className={styles.way} onClick={() => onChoose('voice')}>
          <IconMicrophone {...icon} />
          <span className={styles.wayWords}>
            <b>{t.voice}</b>
            <small>{t.voiceHint}</small>
          </span>
        </button>
        <button type="button" className={styles.way} onClick={() => onChoose('write')}>
          <IconMessage {...icon} />
          <span className={styles.wayWords}>
            <b>{t.write}</b>
            <small>{t.writeHint}</small>
          </span>
        </button>
      </div>
    </section>
  );
}
