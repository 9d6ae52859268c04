import { IconMicrophone } from '@tabler/icons-react';
import { useI18n } from '../../i18n/index.ts';
import styles from './ShopperLine.module.css';

export interface ShopperLineProps {
  text: string;
  spoken?: boolean;
  waiting?: boolean;
}

/** What the shopper said, typed or pressed. */
export function ShopperLine({ text, spoken = false, waiting = false }: ShopperLineProps) {
  const { t } = useI18n();
  return (
    <p className={styles.line} data-waiting={waiting}>
      <span className={styles.who}>{t.conversation.you}: </span>
      {spoken && (
        <IconMicrophone
          className={styles.icon}
          size={15}
          stroke={2}
          role="img"
          aria-label={t.conversation.spoken}
        />
      )}
      {text}
      {waiting && <span className={styles.note}>{t.conversation.waiting}</span>}
    </p>
  );
}
