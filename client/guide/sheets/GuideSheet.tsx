import type { ReactNode } from 'react';
import { BottomSheet } from '../../ui/index.ts';
import { useGuideWords } from '../words.ts';
import styles from './GuideSheet.module.css';

export interface GuideSheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the guide. */
export function GuideSheet(props: GuideSheetProps) {
  return <BottomSheet closeLabel={useGuideWords().header.close} className={styles.sheet} {...props} />;
}
