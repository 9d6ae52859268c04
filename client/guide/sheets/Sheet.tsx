import type { ReactNode } from 'react';
import { BottomSheet } from '../../ui/index.ts';
import { useGuideWords } from '../words.ts';
import styles from './Sheet.module.css';

export interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the guide. */
export function Sheet(props: SheetProps) {
  return <BottomSheet closeLabel={useGuideWords().header.close} className={styles.sheet} {...props} />;
}
