import { useI18n } from '../../i18n/index.ts';
import { Tag } from './Tag.tsx';

/** Whether a change has been made or is only proposed. */
export function DoneTag({ done }: { done: boolean }) {
  const { t } = useI18n();
  return <Tag tone={done ? 'good' : 'waiting'}>{done ? t.confirmation.done : t.confirmation.waiting}</Tag>;
}
