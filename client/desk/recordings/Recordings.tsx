import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useRef, useState } from 'react';
import { type CallRecording, deskPaths, type RecordedTrack } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { durationWords } from '../frame/Duration.tsx';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useApi } from '../link/api-context.ts';
import { useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './Recordings.module.css';

/** While a call is recorded, until it can be played. */
const lookAgainMs = 5_000;

const megabyte = 1_000_000;

/** Seconds by which a voice may be off before it is moved: less is not noticed, and moving it is. */
const slack = 0.25;

const longest = (tracks: RecordedTrack[]) =>
  tracks.reduce<RecordedTrack | undefined>(
    (most, each) => (most && most.durationMs >= each.durationMs ? most : each),
    undefined,
  );

type Span = Pick<RecordedTrack, 'startMs' | 'durationMs'>;

/** Where a track is while another one plays, in seconds from its own start; `undefined` where it has nothing there. */
export function placeBeside(track: Span, lead: Span, leadSeconds: number): number | undefined {
  const ms = lead.startMs + leadSeconds * 1_000 - track.startMs;
  return ms >= 0 && ms < track.durationMs ? ms / 1_000 : undefined;
}

/** One picture of a call, or one voice, and with it all that was said meanwhile. */
function RecordingPlayer({ recording }: { recording: CallRecording }) {
  const t = useDeskWords().recordings;
  const { format } = useLanguage();
  const { startedAt } = recording;
  const tracks = recording.tracks.filter(({ durationMs }) => durationMs > 0);
  const pictures = tracks.filter(({ codec }) => codec === 'vp8');
  const [chosen, setChosen] = useState(() => (longest(pictures) ?? longest(tracks))?.id);
  const voices = useRef(new Map<string, HTMLAudioElement>());
  const lead = tracks.find(({ id }) => id === chosen);
  if (!lead) return null;
  const beside = tracks.filter(({ id, codec }) => codec === 'opus' && id !== lead.id);

  const follow = ({ currentTime, paused, ended, playbackRate, volume, muted }: HTMLVideoElement) => {
    for (const track of beside) {
      const voice = voices.current.get(track.id);
      const place = placeBeside(track, lead, currentTime);
      if (!voice) continue;
      voice.playbackRate = playbackRate;
      voice.volume = volume;
      voice.muted = muted;
      if (place !== undefined && Math.abs(voice.currentTime - place) > slack) voice.currentTime = place;
      if (place === undefined || paused || ended) voice.pause();
      else if (voice.paused) voice.play().catch(console.warn);
    }
  };
  const keep = (event: SyntheticEvent<HTMLVideoElement>) => follow(event.currentTarget);
  const nameOf = ({ name, source, startMs }: RecordedTrack) =>
    t.track(name, t.sources[source], format.time(new Date(Date.parse(startedAt) + startMs).toISOString()));

  return (
    <div className={styles.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: the conversation beside it holds what was said */}
      <video
        key={lead.id}
        className={styles.picture}
        aria-label={t.player}
        controls
        playsInline
        preload="metadata"
        src={deskPaths.recordedTrack(lead.id)}
        onPlay={keep}
        onPause={keep}
        onSeeked={keep}
        onTimeUpdate={keep}
        onRateChange={keep}
        onVolumeChange={keep}
        onEnded={keep}
      />
      {beside.map(({ id }) => (
        // biome-ignore lint/a11y/useMediaCaption: the conversation beside it holds what was said
        <audio
          key={id}
          preload="metadata"
          src={deskPaths.recordedTrack(id)}
          ref={(voice) => {
            if (voice) voices.current.set(id, voice);
            return () => void voices.current.delete(id);
          }}
        />
      ))}
      {tracks.length > 1 && (
        <NativeSelect
          label={t.choose}
          value={lead.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[...pictures, ...tracks.filter(({ codec }) => codec === 'opus')].map((track) => ({
            value: track.id,
            label: nameOf(track),
          }))}
        />
      )}
    </div>
  );
}

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
