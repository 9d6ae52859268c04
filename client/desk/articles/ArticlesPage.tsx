import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language, StoredArticle } from '#protocol';
import { MarkdownView } from '../../article/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import page from '../frame/page.module.css';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { type ArticleDraft, ArticleSheet } from './ArticleSheet.tsx';
import styles from './Articles.module.css';

/** What the shop says about itself: everybody reads it, supervisors write it. */
export function ArticlesPage() {
  const t = useDeskWords();
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const me = useDeskState('me');
  const [filter, setFilter] = useState('');
  const [edited, setEdited] = useState<ArticleDraft>();
  const [read, setRead] = useState<StoredArticle>();
  const [removed, setRemoved] = useState<StoredArticle>();
  const articles = useQuery({ queryKey: ['articles'], queryFn: api.articles });
  const again = () => queries.invalidateQueries({ queryKey: ['articles'] });
  const remove = useMutation({
    mutationFn: (article: StoredArticle) => api.removeArticle(article),
    onSuccess: (_answer, article) => setRemoved(article),
    onSettled: again,
  });
  const putBack = useMutation({
    mutationFn: ({ updatedAt: _at, origin: _origin, outdated: _outdated, ...article }: StoredArticle) =>
      api.writeArticle(article),
    onSuccess: () => setRemoved(undefined),
    onSettled: again,
  });
  const writes = me !== undefined && me.role !== 'agent';
  const error = articles.error ?? remove.error ?? putBack.error;
  const groups = groupsOf(articles.data ?? [], filter);
  if (articles.isPending) return <Waiting />;
  return (
    <main className={page.page}>
      <h1 className={page.title}>{t.articles.title}</h1>
      <p className={styles.say}>{t.articles.say}</p>
      {error && (
        <p className={styles.error} role="alert">
          {errorWords(error)}
        </p>
      )}
      <div className={styles.bar}>
        <TextInput
          className={styles.filter}
          type="search"
          aria-label={t.articles.filter}
          placeholder={t.articles.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        {writes && <Button onClick={() => setEdited({})}>{t.articles.write}</Button>}
      </div>
      <div role="status">
        {removed && (
          <p className={styles.undo}>
            {t.articles.removed(removed.title)}
            <Button
              size="compact-md"
              variant="default"
              loading={putBack.isPending}
              onClick={() => putBack.mutate(removed)}
            >
              {t.articles.undo}
            </Button>
          </p>
        )}
      </div>
      {groups.length === 0 && (
        <p className={styles.say}>{filter === '' ? t.articles.none : t.articles.nothingFound}</p>
      )}
      <ul className={styles.list}>
        {groups.map(({ id, versions }) => (
          <li key={id} className={styles.group}>
            {versions.map((article) => (
              <ArticleRow
                key={article.language}
                article={article}
                writes={writes}
                busy={remove.isPending}
                onRead={() => setRead(article)}
                onEdit={() => setEdited({ article })}
                onRemove={() => remove.mutate(article)}
              />
            ))}
            {writes && versions.length === 1 && (
              <Missing article={versions[0]} onWrite={(draft) => setEdited(draft)} />
            )}
          </li>
        ))}
      </ul>
      {read && (
        <DeskSheet title={read.title} side onClose={() => setRead(undefined)}>
          <MarkdownView text={read.body} language={read.language} />
        </DeskSheet>
      )}
      {edited && (
        <ArticleSheet
          draft={edited}
          known={articles.data ?? []}
          onClose={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined);
            void again();
          }}
        />
      )}
    </main>
  );
}

interface RowProps {
  article: StoredArticle;
  writes: boolean;
  busy: boolean;
  onRead: () => void;
  onEdit: () => void;
  onRemove: () => void;
}

function ArticleRow({ article, writes, busy, onRead, onEdit, onRemove }: RowProps) {
  const t = useDeskWords();
  const { language } = useLanguage();
  const { title, origin, outdated, updatedAt } = article;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(updatedAt));
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <strong lang={article.language === 'zh' ? 'zh-Hans' : 'en'}>{title}</strong>
        <span className={styles.soft}>
          {t.articles.languages[article.language]} · {t.articles.changed(day)}
        </span>
        {outdated && <span className={styles.warning}>{t.articles.outdated}</span>}
        {origin === 'file' && <span className={styles.soft}>{t.articles.fromFile}</span>}
      </div>
      <div className={styles.acts}>
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t.articles.read}: ${title}`}
          onClick={onRead}
        >
          {t.articles.read}
        </Button>
        {writes && origin === 'written' && (
          <>
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${t.articles.edit}: ${title}`}
              onClick={onEdit}
            >
              {t.articles.edit}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              aria-label={`${t.articles.remove}: ${title}`}
              disabled={busy}
              onClick={onRemove}
            >
              {t.articles.remove}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Missing({
  article,
  onWrite,
}: {
  article: StoredArticle | undefined;
  onWrite: (draft: ArticleDraft) => void;
}) {
  const t = useDeskWords();
  if (!article) return null;
  const language: Language = article.language === 'en' ? 'zh' : 'en';
  const { id, products, url } = article;
  return (
    <div className={styles.row}>
      <span className={styles.soft}>{t.articles.missing[language]}</span>
      <Button
        size="compact-md"
        variant="default"
        aria-label={`${t.articles.translate[language]}: ${article.title}`}
        onClick={() =>
          onWrite({ start: { id, language, ...(products && { products }), ...(url && { url }) } })
        }
      >
        {t.articles.translate[language]}
      </Button>
    </div>
  );
}

/** Articles of one id together, English first; those of which one version has all the words. */
function groupsOf(
  articles: readonly StoredArticle[],
  filter: string,
): { id: string; versions: StoredArticle[] }[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const byId = new Map<string, StoredArticle[]>();
  for (const article of articles) byId.set(article.id, [...(byId.get(article.id) ?? []), article]);
  return [...byId]
    .map(([id, versions]) => ({
      id,
      versions: versions.sort((one, other) => one.language.localeCompare(other.language)),
    }))
    .filter(({ id, versions }) =>
      versions.some(({ title, body }) => {
        const text = `${id} ${title} ${body}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    );
}
