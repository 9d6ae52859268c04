import { UnstyledButton } from '@mantine/core';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { PresenceDot } from '../frame/PresenceDot.tsx';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './sheets.module.css';

/** Passes a conversation on; those who are free come first. */
export function TransferSheet({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const t = useDeskWords();
  const desk = useDesk();
  const me = useDeskState('me');
  const colleagues = useDeskState('colleagues') ?? [];
  const order = ['available', 'busy', 'away'];
  const others = colleagues
    .filter(({ id, presence }) => id !== me?.id && presence !== 'offline')
    .toSorted((one, other) => order.indexOf(one.presence) - order.indexOf(other.presence));
  return (
    <DeskSheet title={t.work.transferTitle} onClose={onClose}>
      {others.length === 0 && <p className={styles.say}>{t.work.nobody}</p>}
      <ul className={styles.list}>
        {others.map(({ id, name, presence, role }) => (
          <li key={id}>
            <UnstyledButton
              className={styles.row}
              onClick={() => {
                void desk.transfer(conversation, id);
                onClose();
              }}
            >
              <PresenceDot presence={presence} />
              <span className={styles.name}>{name}</span>
              <span className={styles.soft}>
                {t.roles[role]} · {t.header.presences[presence]}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </DeskSheet>
  );
}
