import { useEffect, useState } from 'react';
import type { GuideBrief, OwnGuide } from '#protocol/guide-progress';
import { useLanguage } from '../../i18n/index.ts';
import { Logo } from '../../ui/index.ts';
import buttons from '../buttons.module.css';
import type { GuideApi } from '../link/guide-api.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideList.module.css';

interface Listed {
  guides: GuideBrief[];
  own: OwnGuide[];
}

/** All of the shop's guides; those of what the shopper bought or began come first. */
export function GuideList({ api }: { api: GuideApi }) {
  const t = useGuideWords();
  const { language } = useLanguage();
  const [listed, setListed] = useState<Listed>();
  const [failed, setFailed] = useState(false);
  const [words, setWords] = useState('');

  const load = () => {
    setFailed(false);
    // Who is not signed in still sees every guide.
    const own = api.own().catch((error: unknown) => {
      console.warn('Which guides are the shopper’s is not known', error);
      return [];
    });
    Promise.all([api.all(), own]).then(
      ([guides, mine]) => setListed({ guides, own: mine }),
      (error: unknown) => {
        console.warn(error);
        setFailed(true);
      },
    );
  };
  useEffect(load, [api]);
  useEffect(() => {
    document.title = t.list.title;
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [t, language]);

  const matches = ({ title, slug }: GuideBrief) =>
    `${title.en} ${title.zh} ${slug}`.toLowerCase().includes(words.trim().toLowerCase());
  const found = listed?.guides.filter(matches) ?? [];
  const own = (listed?.own ?? []).flatMap((mine) => {
    const guide = found.find(({ slug }) => slug === mine.guide);
    return guide ? [{ guide, mine }] : [];
  });
  const rest = found.filter(({ slug }) => !own.some(({ guide }) => guide.slug === slug));

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Logo size={28} />
        <h1 className={styles.title}>{t.list.title}</h1>
        <a className={styles.assistant} href="/">
          {t.list.assistant}
        </a>
      </header>
      <main className={styles.main}>
        {listed && listed.guides.length > 0 && (
          <input
            className={styles.search}
            type="search"
            maxLength={80}
            aria-label={t.list.search}
            placeholder={t.list.search}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
        )}
        {failed && (
          <div role="alert">
            <p>{t.list.failed}</p>
            <button type="button" className={buttons.plain} onClick={load}>
              {t.unreachable.again}
            </button>
          </div>
        )}
        {own.length > 0 && (
          <section aria-labelledby="yours">
            <h2 id="yours" className={styles.part}>
              {t.list.yours}
            </h2>
            <ul className={styles.grid}>
              {own.map(({ guide, mine }) => (
                <GuideCard key={`${guide.slug} ${mine.order ?? ''}`} guide={guide} mine={mine} />
              ))}
            </ul>
          </section>
        )}
        {rest.length > 0 && (
          <section aria-labelledby="all">
            <h2 id="all" className={styles.part}>
              {t.list.all}
            </h2>
            <ul className={styles.grid}>
              {rest.map((guide) => (
                <GuideCard key={guide.slug} guide={guide} />
              ))}
            </ul>
          </section>
        )}
        <p role="status" className={styles.status}>
          {!listed && !failed && t.opening}
          {listed?.guides.length === 0 && t.list.empty}
          {listed && listed.guides.length > 0 && found.length === 0 && t.list.none(words.trim())}
        </p>
      </main>
    </div>
  );
}

function GuideCard({ guide, mine }: { guide: GuideBrief; mine?: OwnGuide }) {
  const t = useGuideWords();
  const text = useTexts();
  const { slug, title, minutes, people, steps, thumbnail } = guide;
  const order = mine?.order;
  return (
    <li>
      <a
        className={styles.card}
        href={`/guide/${slug}${order ? `?order=${encodeURIComponent(order)}` : ''}${location.hash}`}
      >
        <img className={styles.picture} src={thumbnail} alt="" loading="lazy" width="320" height="320" />
        <span className={styles.name}>{text(title)}</span>
        <span className={styles.facts}>{t.list.facts(t.minutes(minutes), people, steps)}</span>
        {order && <span className={styles.facts}>{t.list.order(order)}</span>}
        {mine?.step !== undefined && (
          <span className={styles.tag}>{mine.finished ? t.list.built : t.list.goOn(mine.step, steps)}</span>
        )}
      </a>
    </li>
  );
}
