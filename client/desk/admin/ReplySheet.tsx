import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CannedReply } from '#protocol';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Admin.module.css';

/** Writes a kept reply: a new one, or `reply` anew. */
export function ReplySheet({
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
