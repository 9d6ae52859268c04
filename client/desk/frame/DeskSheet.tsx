import type { ReactNode } from 'react';
import { BottomSheet } from '../../ui/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './DeskSheet.module.css';

export interface DeskSheetProps {
  title: string;
  side?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the desk: from the side where there is room and `side` is set. */
export function DeskSheet({ side = false, ...rest }: DeskSheetProps) {
  const t = useDeskWords();
  return <BottomSheet closeLabel={t.close} className={side ? styles.side : undefined} {...rest} />;
}
