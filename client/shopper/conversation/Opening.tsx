import { Loader } from '@mantine/core';
import { useI18n } from '../../i18n/index.ts';
import styles from './Opening.module.css';

/** While the conversation is fetched. */
export function Opening() {
  const { t } = useI18n();
  return (
    <p className={styles.opening} role="status">
      <Loader size={20} color="var(--hx-pine)" />
      {t.conversation.replay}
    </p>
  );
}
