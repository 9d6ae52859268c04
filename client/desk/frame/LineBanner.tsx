import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './LineBanner.module.css';

/** How long "connected again" stays. */
const backForMs = 4_000;

/** Says when the line is away, and that it is back. Nothing while all is well. */
export function LineBanner() {
  const t = useDeskWords();
  const desk = useDesk();
  const line = useDeskState('line');
  const cameBackAt = useDeskState('cameBackAt');
  const me = useDeskState('me');
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (cameBackAt === undefined) return;
    setBack(true);
    const timer = setTimeout(() => setBack(false), backForMs);
    return () => clearTimeout(timer);
  }, [cameBackAt]);

  const said =
    line === 'lost' || (line === 'connecting' && me)
      ? { tone: 'away', title: t.line.lost, say: t.line.lostSay }
      : line === 'offline'
        ? { tone: 'away', title: t.line.offline, say: t.line.offlineSay }
        : line === 'refused'
          ? { tone: 'away', title: t.line.refused, say: t.line.refusedSay }
          : line === 'replaced'
            ? { tone: 'away', title: t.line.replaced, say: t.line.replacedSay }
            : back
              ? { tone: 'back', title: t.line.back, say: '' }
              : undefined;
  return (
    <div role="status">
      {said && (
        <div className={styles.banner} data-tone={said.tone}>
          <strong>{said.title}</strong>
          <span>{said.say}</span>
          {line === 'replaced' && (
            <Button size="compact-md" onClick={() => desk.connect()}>
              {t.line.here}
            </Button>
          )}
          {line === 'refused' && (
            <Button size="compact-md" onClick={() => location.reload()}>
              {t.line.reload}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
