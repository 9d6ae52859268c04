import type { RecordedTrack } from '#protocol';

type Span = Pick<RecordedTrack, 'startMs' | 'durationMs'>;

/** Where a track is while another one plays, in seconds from its own start; `undefined` where it has nothing there. */
export function placeBeside(track: Span, lead: Span, leadSeconds: number): number | undefined {
  const ms = lead.startMs + leadSeconds * 1_000 - track.startMs;
  return ms >= 0 && ms < track.durationMs ? ms / 1_000 : undefined;
}
