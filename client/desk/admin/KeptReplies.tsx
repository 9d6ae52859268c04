import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CannedReply } from '#protocol';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Admin.module.css';

/** Writes a kept reply: a new one, or `reply` anew. */
function ReplySheet({
  reply,
  onClose,
  onSaved,
}: {
  reply: CannedReply | undefined;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useDeskWords();
  const api = useApi();
  const errorWords = useErrorWords();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [text, setText] = useState(reply?.text ?? '');
  const fields = { title: title.trim(), text: text.trim() };
  const save = useMutation({
    mutationFn: () => (reply ? api.changeReply({ id: reply.id, ...fields }) : api.addReply(fields)),
    onSuccess: onSaved,
  });
  return (
    <DeskSheet title={reply ? t.admin.edit : t.admin.cannedNew} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput
          label={t.admin.cannedTitle}
          required
          withAsterisk={false}
          maxLength={80}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t.admin.cannedText}
          description={t.admin.cannedSay}
          required
          withAsterisk={false}
          maxLength={2000}
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {save.isError && (
          <p className={styles.error} role="alert">
            {errorWords(save.error)}
          </p>
        )}
        <Button type="submit" loading={save.isPending} disabled={fields.title === '' || fields.text === ''}>
          {t.save}
        </Button>
      </form>
    </DeskSheet>
  );
}

/** What everybody at the desk has ready to say. */
export function KeptReplies() {
  const t = useDeskWords();
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [edited, setEdited] = useState<CannedReply | 'new'>();
  const replies = useQuery({ queryKey: ['replies'], queryFn: api.replies });
  const again = () => queries.invalidateQueries({ queryKey: ['replies'] });
  const remove = useMutation({ mutationFn: api.removeReply, onSettled: again });
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.admin.canned}</h2>
      <p className={styles.soft}>{t.admin.cannedSay}</p>
      {(replies.error ?? remove.error) && (
        <p className={styles.error} role="alert">
          {errorWords(replies.error ?? remove.error)}
        </p>
      )}
      {replies.data?.length === 0 && <p className={styles.soft}>{t.admin.noCanned}</p>}
      <ul className={styles.list}>
        {replies.data?.map((reply) => (
          <li key={reply.id}>
            <strong>{reply.title}</strong>
            <p className={styles.text}>{reply.text}</p>
            <div className={styles.row}>
              <Button
                size="compact-md"
                variant="default"
                aria-label={`${t.admin.edit}: ${reply.title}`}
                onClick={() => setEdited(reply)}
              >
                {t.admin.edit}
              </Button>
              <Button
                size="compact-md"
                variant="default"
                aria-label={`${t.admin.remove}: ${reply.title}`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(reply.id)}
              >
                {t.admin.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button className={styles.add} onClick={() => setEdited('new')}>
        {t.admin.cannedAdd}
      </Button>
      {edited && (
        <ReplySheet
          reply={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined);
            void again();
          }}
        />
      )}
    </section>
  );
}
