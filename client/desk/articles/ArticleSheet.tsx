import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article, Language, StoredArticle } from '#protocol';
import { MarkdownView } from '../../article/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { SheetForm } from '../frame/SheetForm.tsx';
import { useApi } from '../link/api-context.ts';
import { type DeskWords, useDeskWords } from '../words.ts';
import styles from './Articles.module.css';

/** An article to write anew, or a new one with what is known of it. */
export interface ArticleDraft {
  article?: StoredArticle;
  start?: Partial<Article>;
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A short name from a title; empty where the title has no Latin letters. */
const idFrom = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');

/** What is wrong with fields that have a form to keep to. */
const faults = (
  words: DeskWords['articles']['form'],
  { name, taken, url, slugs }: { name: string; taken: boolean; url: string; slugs: readonly string[] },
) => ({
  id: name !== '' && !idPattern.test(name) ? words.idWrong : taken ? words.idTaken : undefined,
  url: url === '' || /^https?:\/\/\S+$/.test(url) ? undefined : words.urlWrong,
  products: slugs.every((slug) => /^[a-z0-9-]+$/.test(slug)) ? undefined : words.productsWrong,
});

/** Writes an article in one language, with a preview of how it reads. */
export function ArticleSheet({
  draft,
  known,
  onClose,
  onSaved,
}: {
  draft: ArticleDraft;
  known: readonly StoredArticle[];
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useDeskWords();
  const { language: own } = useLanguage();
  const api = useApi();
  const from: Partial<Article> = draft.article ?? draft.start ?? {};
  const [title, setTitle] = useState(from.title ?? '');
  const [id, setId] = useState(from.id);
  const [language, setLanguage] = useState<Language>(from.language ?? own);
  const [body, setBody] = useState(from.body ?? '');
  const [url, setUrl] = useState(from.url ?? '');
  const [products, setProducts] = useState(from.products?.join(', ') ?? '');
  const [view, setView] = useState<'write' | 'preview'>('write');
  const name = id ?? idFrom(title);
  const slugs = products.split(/[\s,，]+/).filter(Boolean);
  const isNew = draft.article === undefined;
  const taken = isNew && known.some((other) => other.id === name && other.language === language);
  const wrong = faults(t.articles.form, { name, taken, url, slugs });
  const ready =
    title.trim() !== '' && body.trim() !== '' && name !== '' && !wrong.id && !wrong.url && !wrong.products;
  const save = useMutation({
    mutationFn: () =>
      api.writeArticle({
        id: name,
        title: title.trim(),
        language,
        body: body.trim(),
        ...(url !== '' && { url }),
        ...(slugs.length > 0 && { products: slugs }),
      }),
    onSuccess: onSaved,
  });
  return (
    <SheetForm
      title={draft.article?.title ?? t.articles.form.newTitle}
      side
      onClose={onClose}
      sending={save}
      ready={ready}
      submit={t.save}
    >
      <TextInput
        label={t.articles.form.title}
        description={t.articles.form.titleSay}
        required
        withAsterisk={false}
        maxLength={160}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {isNew && (
        <div className={styles.pair}>
          <TextInput
            label={t.articles.form.id}
            description={t.articles.form.idSay}
            required
            withAsterisk={false}
            maxLength={80}
            error={wrong.id}
            value={name}
            onChange={(event) => setId(event.currentTarget.value)}
          />
          <div>
            <span className="mantine-InputWrapper-label" id="article-language">
              {t.articles.form.language}
            </span>
            <SegmentedControl
              fullWidth
              aria-labelledby="article-language"
              data={[
                { value: 'en', label: t.articles.languages.en },
                { value: 'zh', label: t.articles.languages.zh },
              ]}
              value={language}
              onChange={(value) => setLanguage(value === 'zh' ? 'zh' : 'en')}
            />
          </div>
        </div>
      )}
      <SegmentedControl
        aria-label={t.articles.form.body}
        data={[
          { value: 'write', label: t.articles.form.write },
          { value: 'preview', label: t.articles.form.preview },
        ]}
        value={view}
        onChange={(value) => setView(value === 'preview' ? 'preview' : 'write')}
      />
      {view === 'write' ? (
        <Textarea
          label={t.articles.form.body}
          description={t.articles.form.bodySay}
          required
          withAsterisk={false}
          maxLength={50_000}
          autosize
          minRows={8}
          maxRows={22}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
      ) : (
        <div className={styles.preview}>
          {body.trim() === '' ? (
            <p className={styles.soft}>{t.articles.form.empty}</p>
          ) : (
            <MarkdownView text={body} language={language} />
          )}
        </div>
      )}
      <TextInput
        label={t.articles.form.url}
        description={t.articles.form.urlSay}
        type="url"
        maxLength={500}
        error={wrong.url}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value.trim())}
      />
      <TextInput
        label={t.articles.form.products}
        description={t.articles.form.productsSay}
        error={wrong.products}
        value={products}
        onChange={(event) => setProducts(event.currentTarget.value)}
      />
    </SheetForm>
  );
}
