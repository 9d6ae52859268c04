import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useDeskWords } from '../words.ts';
import styles from './Waiting.module.css';

/** Sooner than this nobody notices a wait; a spinner that flashes is worse than none. */
const quickMs = 400;

/** Says that something is on its way once it takes long enough to be noticed. */
export function Waiting({ say }: { say?: string }) {
  const t = useDeskWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quickMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.waiting} role="status">
      {late && (
        <>
          <Loader size="sm" color="var(--hx-pine)" />
          <span>{say ?? t.loading}</span>
        </>
      )}
    </div>
  );
}
