import { UnstyledButton } from '@mantine/core';
import type { CallEngine } from '../../call/contract.ts';
import { useCallSnapshot } from '../../call/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './CallPane.module.css';

/** The photos of the call: a press puts one before everybody, another press goes back to the live picture. */
export function Stills({ engine }: { engine: CallEngine }) {
  const t = useDeskWords();
  const { room } = useCallSnapshot(engine);
  if (!room || room.stills.length === 0) return null;
  return (
    <ul className={styles.stills} aria-label={t.ticket.photos}>
      {room.stills.map(({ id, url }, index) => {
        const frozen = room.frozen === id;
        return (
          <li key={id}>
            <UnstyledButton
              className={styles.still}
              aria-pressed={frozen}
              aria-label={t.ticket.photo(index + 1)}
              onClick={() => void engine.freeze(frozen ? null : id)}
            >
              <img src={url} alt="" />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
