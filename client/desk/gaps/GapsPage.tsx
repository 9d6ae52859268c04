import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gap } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { ArticleSheet } from '../articles/ArticleSheet.tsx';
import styles from '../articles/Articles.module.css';
import { Problem } from '../frame/Problem.tsx';
import page from '../frame/page.module.css';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { intentName, LessonSheet } from './LessonSheet.tsx';

/** What was asked and not answered, for whoever writes the articles. */
export function GapsPage() {
  const t = useDeskWords();
  const me = useDeskState('me');
  if (!me) return <Waiting />;
  if (me.role === 'agent')
    return (
      <Problem
        icon={<IconLock size={30} stroke={1.6} />}
        title={t.gaps.noPermission}
        say={t.gaps.noPermissionSay}
      />
    );
  return <GapList />;
}

function GapList() {
  const t = useDeskWords();
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [answered, setAnswered] = useState<Gap>();
  const [taught, setTaught] = useState<Gap>();
  const [told, setTold] = useState<string>();
  const gaps = useQuery({ queryKey: ['gaps'], queryFn: api.gaps });
  const articles = useQuery({ queryKey: ['articles'], queryFn: api.articles });
  const again = () => queries.invalidateQueries({ queryKey: ['gaps'] });
  const dismiss = useMutation({
    mutationFn: api.dismissGap,
    onSuccess: () => setTold(t.gaps.dismissed),
    onSettled: again,
  });
  const error = gaps.error ?? dismiss.error;
  if (gaps.isPending) return <Waiting />;
  return (
    <main className={page.page}>
      <h1 className={page.title}>{t.gaps.title}</h1>
      <p className={styles.say}>{t.gaps.say}</p>
      {error && (
        <p className={styles.error} role="alert">
          {errorWords(error)}
        </p>
      )}
      <div role="status">{told && <p className={styles.undo}>{told}</p>}</div>
      {gaps.data?.length === 0 && <p className={styles.say}>{t.gaps.none}</p>}
      <ul className={styles.list}>
        {gaps.data?.map((gap) => (
          <li key={gap.id} className={styles.group}>
            <GapRow
              gap={gap}
              busy={dismiss.isPending}
              onWrite={() => setAnswered(gap)}
              onTeach={() => setTaught(gap)}
              onDismiss={() => dismiss.mutate(gap.id)}
            />
          </li>
        ))}
      </ul>
      {answered && (
        <ArticleSheet
          draft={{ start: { title: headline(answered.question), language: answered.language } }}
          known={articles.data ?? []}
          onClose={() => setAnswered(undefined)}
          onSaved={() => {
            dismiss.mutate(answered.id);
            setAnswered(undefined);
            void queries.invalidateQueries({ queryKey: ['articles'] });
          }}
        />
      )}
      {taught && (
        <LessonSheet
          gap={taught}
          onClose={() => setTaught(undefined)}
          onTaught={() => {
            setTaught(undefined);
            setTold(t.gaps.lesson.done);
          }}
        />
      )}
    </main>
  );
}

/** A question as the title of the article that answers it. */
const headline = (question: string) => question.charAt(0).toUpperCase() + question.slice(1, 160);

function GapRow({
  gap,
  busy,
  onWrite,
  onTeach,
  onDismiss,
}: {
  gap: Gap;
  busy: boolean;
  onWrite: () => void;
  onTeach: () => void;
  onDismiss: () => void;
}) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(gap.lastAskedAt));
  const more = gap.examples.filter((example) => example !== gap.question);
  return (
    <>
      <div className={styles.what}>
        <strong lang={gap.language === 'zh' ? 'zh-Hans' : 'en'}>{gap.question}</strong>
        <span className={styles.soft}>
          <span className={styles.count}>{t.gaps.asked(gap.count)}</span>, {t.gaps.last(day)}
          {gap.intent && ` · ${t.gaps.takenFor(intentName(gap.intent))}`}
        </span>
        {more.length > 0 && (
          <ul
            className={styles.examples}
            aria-label={t.gaps.examples}
            lang={gap.language === 'zh' ? 'zh-Hans' : 'en'}
          >
            {more.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.acts}>
        <Button size="compact-md" aria-label={`${t.gaps.writeArticle}: ${gap.question}`} onClick={onWrite}>
          {t.gaps.writeArticle}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t.gaps.teach}: ${gap.question}`}
          onClick={onTeach}
        >
          {t.gaps.teach}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t.gaps.dismiss}: ${gap.question}`}
          disabled={busy}
          onClick={onDismiss}
        >
          {t.gaps.dismiss}
        </Button>
      </div>
    </>
  );
}
