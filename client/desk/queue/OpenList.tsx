import { UnstyledButton } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { MoodTag } from '../frame/MoodTag.tsx';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './OpenList.module.css';

/** The conversations that are open on this page; nothing where there is none. */
export function OpenList() {
  const t = useDeskWords();
  const desk = useDesk();
  const conversations = useDeskState('conversations');
  const selected = useDeskState('selected');
  if (conversations.size === 0) return null;
  return (
    <nav aria-label={t.queue.open}>
      <h2 className={styles.title}>{t.queue.open}</h2>
      <ul className={styles.list}>
        {[...conversations].map(([id, { view, role, released }]) => (
          <li key={id}>
            <UnstyledButton
              className={styles.open}
              aria-current={id === selected ? 'true' : undefined}
              onClick={() => desk.select(id)}
            >
              {role === 'watcher' && <IconEar size={17} stroke={1.9} aria-label={t.queue.watching} />}
              <span className={styles.name} data-released={released !== undefined}>
                {view.customer.name}
              </span>
              <MoodTag reading={view.mood} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
