import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { RecordingItem } from './RecordingItem.tsx';
import styles from './Recordings.module.css';

/** While a call is recorded, until it can be played. */
const lookAgainMs = 5_000;

/** What was recorded of a conversation's calls, or of all: for supervisors. Nothing where there is nothing. */
export function Recordings({
  conversation,
  className,
}: {
  conversation?: string;
  className?: string | undefined;
}) {
  const t = useDeskWords().recordings;
  const api = useApi();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const me = useDeskState('me');
  const isSupervisor = me !== undefined && me.role !== 'agent';
  const recordings = useQuery({
    queryKey: ['recordings', conversation],
    queryFn: () => api.recordings(conversation),
    enabled: isSupervisor,
    refetchInterval: ({ state }) => state.data?.some(({ running }) => running) && lookAgainMs,
  });
  const remove = useMutation({
    mutationFn: api.removeRecording,
    onSettled: () => queries.invalidateQueries({ queryKey: ['recordings'] }),
  });
  const error = recordings.error ?? remove.error;
  if (!isSupervisor || (!error && !recordings.data?.length)) return null;
  return (
    <section className={className ?? styles.section} aria-label={t.title}>
      <h2 className={styles.heading}>{t.title}</h2>
      {error && (
        <p className={styles.error} role="alert">
          {errorWords(error)}
        </p>
      )}
      <ul className={styles.list}>
        {recordings.data?.map((recording) => (
          <RecordingItem
            key={recording.call}
            recording={recording}
            onRemove={() => remove.mutate(recording.call)}
          />
        ))}
      </ul>
    </section>
  );
}
