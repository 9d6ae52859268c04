import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallRecording } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { durationWords } from '../frame/Duration.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { RecordingPlayer } from './RecordingPlayer.tsx';
import styles from './Recordings.module.css';

/** While a call is recorded, until it can be played. */
const lookAgainMs = 5_000;

const megabyte = 1_000_000;

/** A recorded call: when, who, how long; to play, and to delete after asking once more. */
function RecordingItem({ recording, onRemove }: { recording: CallRecording; onRemove: () => void }) {
  const words = useDeskWords();
  const t = words.recordings;
  const { format } = useLanguage();
  const [plays, setPlays] = useState(false);
  const [asks, setAsks] = useState(false);
  const { startedAt, keptUntil, running, tracks } = recording;
  const length = Math.max(...tracks.map(({ startMs, durationMs }) => startMs + durationMs));
  const bytes = tracks.reduce((sum, track) => sum + track.bytes, 0);
  return (
    <li className={styles.item}>
      <strong>
        <time dateTime={startedAt}>{format.moment(startedAt)}</time>
      </strong>
      <span className={styles.soft}>
        {t.people(format.list([...new Set(tracks.map(({ name }) => name))]))}
      </span>
      <span className={styles.soft}>
        {running
          ? t.running
          : t.facts(durationWords(words, length), `${Math.max(0.1, bytes / megabyte).toFixed(1)} MB`)}
      </span>
      <span className={styles.soft}>{t.kept(format.day(keptUntil.slice(0, 10)))}</span>
      {plays && !running && <RecordingPlayer recording={recording} />}
      {!running && (
        <div className={styles.row}>
          <Button size="compact-md" variant="default" onClick={() => setPlays((now) => !now)}>
            {plays ? t.hide : t.play}
          </Button>
          {asks ? (
            <>
              <Button size="compact-md" color="red" onClick={onRemove}>
                {t.removeReally}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => setAsks(false)}>
                {t.removeNot}
              </Button>
            </>
          ) : (
            <Button size="compact-md" variant="default" onClick={() => setAsks(true)}>
              {t.remove}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

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
