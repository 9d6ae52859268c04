import buttons from './buttons.module.css';
import styles from './sheets/Sheet.module.css';
import { Sheet } from './sheets/Sheet.tsx';
import { useGuideWords } from './words.ts';

export function Paused({ onCarryOn }: { onCarryOn: () => void }) {
  const t = useGuideWords();
  return (
    <Sheet title={t.paused.title} onClose={onCarryOn}>
      <p className={styles.say}>{t.paused.body}</p>
      <button type="button" className={buttons.main} onClick={onCarryOn}>
        {t.paused.carryOn}
      </button>
    </Sheet>
  );
}
