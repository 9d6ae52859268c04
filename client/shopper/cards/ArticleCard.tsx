import { IconFileText } from '@tabler/icons-react';
import type { ArticleBrief } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './ArticleCard.module.css';
import { CardFrame } from './CardFrame.tsx';

/** Names the article that a reply quotes, and leads to all of it: on the shop's own page where it has one. */
export function ArticleCard({ article }: { article: ArticleBrief }) {
  const { t } = useI18n();
  const address = article.url ?? `/article/${article.id}?language=${article.language}`;
  return (
    <CardFrame title={t.article.from}>
      <a className={styles.link} href={address} target="_blank" rel="noopener">
        <IconFileText className={styles.icon} size={22} stroke={1.7} aria-hidden="true" />
        <span>
          <span className={styles.title} lang={article.language}>
            {article.title}
          </span>
          <span className={styles.read}>{t.article.read}</span>
        </span>
      </a>
    </CardFrame>
  );
}
