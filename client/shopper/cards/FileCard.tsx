import { IconDownload } from '@tabler/icons-react';
import { useI18n } from '../../i18n/index.ts';
import styles from './ArticleCard.module.css';
import { CardFrame } from './CardFrame.tsx';

/** A file of the shopper's own to fetch. */
export function FileCard({ title, path }: { title: string; path: string }) {
  const { t } = useI18n();
  return (
    <CardFrame title={t.file.title}>
      <a className={styles.link} href={path} download>
        <IconDownload className={styles.icon} size={22} stroke={1.7} aria-hidden="true" />
        <span>
          <span className={styles.title}>{title}</span>
          <span className={styles.read}>{t.file.get}</span>
        </span>
      </a>
    </CardFrame>
  );
}
