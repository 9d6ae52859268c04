import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import buttons from '../buttons.module.css';
import { useGuideWords } from '../words.ts';
import styles from './Sheet.module.css';

/** A dialog over the page: from below on a phone, in the middle of a wide window. Escape and a tap beside it close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useGuideWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <button type="button" className={buttons.icon} aria-label={t.header.close} onClick={onClose}>
            <IconX size={26} stroke={1.8} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
