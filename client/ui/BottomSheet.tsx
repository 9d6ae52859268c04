import { IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './BottomSheet.module.css';

export interface BottomSheetProps {
  title: string;
  /** What the button that closes it is called. */
  closeLabel: string;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page: from below on a phone, in the middle of a wide window. Escape and a tap beside it close it. */
export function BottomSheet({ title, closeLabel, className = '', onClose, children }: BottomSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // What opened it can be focused again only once the dialog is out of the page.
    return () => queueMicrotask(() => before instanceof HTMLElement && before.focus());
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className={`${styles.sheet} ${className}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <button type="button" className={styles.close} aria-label={closeLabel} onClick={onClose}>
            <IconX size={24} stroke={1.8} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
