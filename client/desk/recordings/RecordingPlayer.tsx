import { NativeSelect } from '@mantine/core';
import { type SyntheticEvent, useRef, useState } from 'react';
import { type CallRecording, deskPaths, type RecordedTrack } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './Recordings.module.css';

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
export function RecordingPlayer({ recording }: { recording: CallRecording }) {
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
