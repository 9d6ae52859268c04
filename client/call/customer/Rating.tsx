import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { deskPaths, type Rating } from '#protocol';
import { nothing, request } from '../../http.ts';
import { useCallWords } from '../words.ts';
import styles from './Cards.module.css';

export interface RatingCardProps {
  onRate: (stars: number) => Promise<void>;
  onDismiss: () => void;
}

/** One tap, and that is all. */
export function RatingCard({ onRate, onDismiss }: RatingCardProps) {
  const t = useCallWords().rating;
  const [given, setGiven] = useState<number>();
  const [state, setState] = useState<'open' | 'sent' | 'failed'>('open');
  if (state === 'sent') {
    return (
      <p className={styles.thanks} role="status">
        {t.thanks}
      </p>
    );
  }
  const give = (stars: number) => {
    setGiven(stars);
    onRate(stars).then(
      () => setState('sent'),
      (error: unknown) => {
        console.warn(error);
        setState('failed');
      },
    );
  };
  return (
    <fieldset className={styles.rating}>
      <legend className={styles.question}>{t.question}</legend>
      <div className={styles.stars}>
        {[1, 2, 3, 4, 5].map((stars) => (
          <button
            key={stars}
            type="button"
            className={styles.star}
            aria-label={t.label(stars)}
            onClick={() => give(stars)}
          >
            {stars <= (given ?? 0) ? <IconStarFilled size={34} /> : <IconStar size={34} stroke={1.5} />}
          </button>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t.worst}</span>
        <span>{t.best}</span>
      </p>
      {state === 'failed' && (
        <p className={styles.failed} role="alert">
          {t.failed}
        </p>
      )}
      <button type="button" className={styles.quiet} onClick={onDismiss}>
        {t.dismiss}
      </button>
    </fieldset>
  );
}

/** Tells how it was. Rejects where the server does not take it. */
export async function rate(conversation: string, rating: Rating, token: string): Promise<void> {
  await request(deskPaths.rating(conversation), nothing, { method: 'POST', body: rating, token });
}
