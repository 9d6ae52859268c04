import { lazy, Suspense, useState } from 'react';
import type { CallEngine } from '../../call/contract.ts';
import type { GuideVoice } from '../voice/use-spoken-commands.ts';
import styles from './GuideCall.module.css';

const CustomerCall = lazy(() =>
  import('../../call/customer/index.ts').then((calls) => ({ default: calls.CustomerCall })),
);

export interface GuideCallProps {
  voice: GuideVoice | undefined;
  onEngine: (engine: CallEngine | undefined) => void;
}

/** Staff beside the guide: the product stays in sight, the call begins small. */
export function GuideCall({ voice, onEngine }: GuideCallProps) {
  const [wanted, setWanted] = useState(false);
  if (!wanted && (voice?.snapshot.staff || voice?.snapshot.ratingOf)) setWanted(true);
  if (!wanted || !voice) return null;
  return (
    <div className={styles.place}>
      <Suspense fallback={null}>
        <CustomerCall voice={voice.client} beginsSmall onEngine={onEngine} />
      </Suspense>
    </div>
  );
}
