import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ConversationView } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useCommand } from '../keys/keys.ts';
import { useApi } from '../link/api-context.ts';
import { useDesk, useDraft } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './Panel.module.css';

/** What staff keep for one another; customers never see it. */
export function NotesSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const api = useApi();
  const desk = useDesk();
  const errorWords = useErrorWords();
  const [text, setText] = useDraft('note', view.conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  useCommand('note', () => field.current?.focus());
  const add = useMutation({
    mutationFn: () => api.addNote(view.conversation, text.trim()),
    onSuccess: (note) => {
      desk.amend(view.conversation, (open) => ({
        ...open,
        view: { ...open.view, notes: [...open.view.notes.filter(({ id }) => id !== note.id), note] },
      }));
      setText('');
    },
  });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.notes}</h2>
      {view.notes.length === 0 && <p className={styles.soft}>{t.panel.noNotes}</p>}
      <ul className={styles.plain}>
        {view.notes.map(({ id, by, text: note, at }) => (
          <li className={styles.note} key={id}>
            <p>{note}</p>
            <span className={styles.soft}>
              {by}, <time dateTime={at}>{format.moment(at)}</time>
            </span>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Textarea
          ref={field}
          aria-label={t.panel.noteLabel}
          placeholder={t.panel.noteLabel}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') field.current?.blur();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) add.mutate();
          }}
        />
        {add.isError && (
          <p className={styles.error} role="alert">
            {errorWords(add.error)}
          </p>
        )}
        {text.trim() !== '' && (
          <Button type="submit" variant="default" loading={add.isPending}>
            {t.panel.noteAdd}
          </Button>
        )}
      </form>
    </section>
  );
}
