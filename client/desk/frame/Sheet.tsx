import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useDeskWords } from '../words.ts';
import styles from './Sheet.module.css';

/** A dialog over the desk: from the side where there is room and `side` is set, else from below on a phone. */
export function Sheet({
  title,
  side = false,
  onClose,
  children,
}: {
  title: string;
  side?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useDeskWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-side={side}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.close} onClick={onClose}>
            <IconX size={22} stroke={1.8} />
          </ActionIcon>
        </header>
        {children}
      </div>
    </dialog>
  );
}
