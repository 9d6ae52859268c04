import { lazy, Suspense, useState } from 'react';
import { useVoice, useVoiceClient } from '../use-voice.ts';
import styles from './CallPanel.module.css';

/** Calls weigh more than the page they lie in: they come when staff do. */
const CustomerCall = lazy(() =>
  import('../../call/customer/index.ts').then((calls) => ({ default: calls.CustomerCall })),
);

/** Where staff who take the conversation appear. */
export function CallPanel() {
  const client = useVoiceClient();
  const { staff, ratingOf } = useVoice();
  const [wanted, setWanted] = useState(false);
  if (!wanted && (staff || ratingOf)) setWanted(true);
  if (!wanted) return null;
  return (
    <div className={styles.place}>
      <Suspense fallback={null}>
        <CustomerCall voice={client} />
      </Suspense>
    </div>
  );
}
