import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gap, Intent } from '#protocol';
import { intents } from '#protocol/intent';
import { SheetForm } from '../frame/SheetForm.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';

/** "track_order" as people read it. */
export const intentName = (intent: Intent): string =>
  intent.charAt(0).toUpperCase() + intent.slice(1).replaceAll('_', ' ');

const inOrder = [...intents].sort((one, other) => one.localeCompare(other));
const isIntent = (value: string): value is Intent => intents.some((intent) => intent === value);

/** Says what a wording asks for. */
export function LessonSheet({
  gap,
  onClose,
  onTaught,
}: {
  gap: Gap;
  onClose: () => void;
  onTaught: () => void;
}) {
  const t = useDeskWords();
  const api = useApi();
  const [wording, setWording] = useState(gap.question);
  const [intent, setIntent] = useState<Intent | ''>(gap.intent ?? '');
  const text = wording.trim();
  const ready = text.length >= 2 && intent !== '';
  const teach = useMutation({
    mutationFn: async () => {
      if (intent !== '') await api.teach({ wording: text, intent, language: gap.language });
    },
    onSuccess: onTaught,
  });
  return (
    <SheetForm
      title={t.gaps.lesson.title}
      onClose={onClose}
      sending={teach}
      ready={ready}
      submit={t.gaps.lesson.save}
    >
      <TextInput
        label={t.gaps.lesson.wording}
        description={t.gaps.lesson.say}
        required
        withAsterisk={false}
        maxLength={300}
        value={wording}
        onChange={(event) => setWording(event.currentTarget.value)}
      />
      <NativeSelect
        label={t.gaps.lesson.intent}
        description={t.gaps.lesson.intentSay}
        required
        withAsterisk={false}
        value={intent}
        data={[{ value: '', label: '–' }, ...inOrder.map((value) => ({ value, label: intentName(value) }))]}
        onChange={(event) => setIntent(isIntent(event.currentTarget.value) ? event.currentTarget.value : '')}
      />
    </SheetForm>
  );
}
