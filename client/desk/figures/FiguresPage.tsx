import { useLanguage } from '../../i18n/index.ts';
import { durationWords } from '../frame/Duration.tsx';
import page from '../frame/page.module.css';
import { Waiting } from '../frame/Waiting.tsx';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './FiguresPage.module.css';

/** The day so far. What nobody has measured yet is said to be so, not shown as nought. */
export function FiguresPage() {
  const t = useDeskWords();
  const { language } = useLanguage();
  const figures = useDeskState('figures');
  if (!figures) return <Waiting />;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const { longestWaitSeconds, medianWaitSeconds, withoutStaff, satisfaction, answers } = figures;
  const tiles: { name: string; value: string; beside?: string }[] = [
    { name: t.figures.waiting, value: number.format(figures.waiting) },
    { name: t.figures.longest, value: durationWords(t, longestWaitSeconds * 1000) },
    { name: t.figures.taken, value: number.format(figures.taken) },
    { name: t.figures.handled, value: number.format(figures.handled) },
    {
      name: t.figures.medianWait,
      value: medianWaitSeconds === null ? t.figures.none : durationWords(t, medianWaitSeconds * 1000),
    },
    {
      name: t.figures.withoutStaff,
      value: withoutStaff === null ? t.figures.none : percent.format(withoutStaff),
    },
    {
      name: t.figures.satisfaction,
      value: satisfaction === null ? t.figures.none : t.figures.outOf(number.format(satisfaction)),
      beside: t.figures.answers(answers),
    },
  ];
  return (
    <main className={page.page}>
      <h1 className={page.title}>{t.figures.title}</h1>
      <dl className={styles.tiles}>
        {tiles.map(({ name, value, beside }) => (
          <div className={styles.tile} key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {beside && <span className={styles.beside}>{beside}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
