import type { VoiceSnapshot } from '../../voice/contract.ts';

/** What the line above the microphone says. `words` and `caption` carry text, the others are looked up. */
export type Status =
  | { kind: 'words'; text: string }
  | { kind: 'caption'; text: string }
  | { kind: 'connecting' | 'asking' | 'thinking' | 'listening' | 'crowded' | 'idle' };

type Seen = Pick<
  VoiceSnapshot,
  | 'connection'
  | 'microphone'
  | 'listening'
  | 'hearing'
  | 'liveWords'
  | 'thinking'
  | 'speaking'
  | 'reply'
  | 'history'
  | 'busy'
>;

/** The person's own words come first, then the answer on its way, then the answer that sounds. */
export function statusOf(seen: Seen): Status {
  if (seen.microphone === 'asking') return { kind: 'asking' };
  if (seen.liveWords !== '') return { kind: 'words', text: seen.liveWords };
  if (seen.hearing && seen.busy) return { kind: 'crowded' };
  if (seen.hearing) return { kind: 'listening' };
  if (seen.thinking) return { kind: 'thinking' };
  const caption = captionOf(seen);
  if (caption !== undefined) return { kind: 'caption', text: caption };
  if (seen.listening !== undefined) return { kind: 'listening' };
  if (seen.connection === 'connecting' || seen.connection === 'idle') return { kind: 'connecting' };
  return { kind: 'idle' };
}

function captionOf({ speaking, reply, history }: Seen): string | undefined {
  if (!speaking) return undefined;
  if (reply?.id === speaking.reply) return reply.speech[speaking.sentence];
  for (const entry of history) {
    if (entry.who === 'hexkey' && entry.reply.id === speaking.reply)
      return entry.reply.speech[speaking.sentence];
  }
  return undefined;
}
