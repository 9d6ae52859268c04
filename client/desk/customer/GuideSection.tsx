import { Skeleton } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CallGuide } from '#protocol';
import { GuideApi } from '../../guide/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Duration } from '../frame/Duration.tsx';
import { useDeskWords } from '../words.ts';
import styles from './Panel.module.css';

/** Guides are open to everybody: no token is asked for. */
const guides = new GuideApi(() => Promise.reject(new Error('The desk reads guides and nothing else.')));

/** Where the customer is in their guide, since when, and how it should look there. */
export function GuideSection({ guide: { slug, step, enteredAt } }: { guide: CallGuide }) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const guide = useQuery({
    queryKey: ['guide', slug],
    queryFn: () => guides.guide(slug),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const picture = useQuery({
    queryKey: ['step picture', slug, step],
    queryFn: async () => {
      const { takeStepPicture } = await import('./step-picture.ts');
      return guide.data ? takeStepPicture(guide.data, step) : '';
    },
    enabled: guide.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const steps = guide.data?.steps.length ?? 0;
  const now = guide.data?.steps[step - 1];
  const title = step === 0 ? t.queue.layingOut : (now?.title[language] ?? '');
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.guide}</h2>
      {picture.isPending && !picture.isError && <Skeleton className={styles.picture} animate />}
      {picture.isError && (
        <img
          className={styles.picture}
          src={`/guides/${slug}/thumbnail.png`}
          alt={t.panel.stepPicture(title)}
        />
      )}
      {picture.data && <img className={styles.picture} src={picture.data} alt={t.panel.stepPicture(title)} />}
      <p className={styles.strong}>{title}</p>
      <p className={styles.soft}>
        {step > 0 && steps > 0 && `${t.queue.step(Math.min(step, steps), steps)}, `}
        <Duration since={enteredAt} say={t.panel.stepFor} />
      </p>
      {now && <p className={styles.say}>{now.say[language]}</p>}
      <a className={styles.link} href={`/guide/${slug}`} target="_blank" rel="noreferrer">
        {t.panel.openGuide}
        <IconExternalLink size={15} stroke={2} aria-hidden="true" />
      </a>
    </section>
  );
}
