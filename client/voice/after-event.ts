import type { HistoryEntry, PageEvent } from '#protocol';
import type { VoiceSnapshot } from './contract.ts';

/** What a message of the server changes in what the page shows. */
export function afterEvent(before: VoiceSnapshot, event: PageEvent): Partial<VoiceSnapshot> {
  switch (event.type) {
    case 'ready':
      return {
        firstName: event.customer.firstName || undefined,
        error: undefined,
        staff: sameStaff(before.staff, event.staff),
        ...(event.resumed ? {} : { history: event.history, hearing: false, liveWords: '', thinking: false }),
      };
    case 'speech_started':
      return { hearing: true };
    case 'partial':
      return { hearing: true, liveWords: event.text, aside: undefined, noisy: false };
    case 'final':
      return { hearing: false, liveWords: event.text };
    case 'discarded':
      return {
        hearing: false,
        liveWords: '',
        aside: event.reason === 'aside' ? event.text : before.aside,
        noisy: event.reason === 'noise',
      };
    case 'shopper_said':
      return {
        history: withEntry(before.history, event.entry),
        aside: undefined,
        noisy: false,
        waiting: before.waiting.filter(({ id }) => id !== event.entry.id),
        ...(event.entry.who === 'shopper' && event.entry.source === 'voice' ? { liveWords: '' } : {}),
      };
    case 'thinking':
      return { thinking: true };
    case 'reply':
      return {
        thinking: false,
        reply: event.reply,
        history: withEntry(before.history, {
          who: 'hexkey',
          id: event.reply.id,
          reply: event.reply,
          at: event.reply.at,
        }),
      };
    case 'said':
      return { history: withEntry(before.history, event.entry) };
    case 'staff':
      return { staff: sameStaff(before.staff, event.staff ?? undefined) };
    case 'ask_rating':
      return { ratingOf: event.conversation };
    case 'load':
      return { busy: event.level === 'busy' };
    case 'error':
      // Nothing was being said when the old session ran out: nothing is lost that anyone need be told of.
      if (event.code === 'resume_expired' && !before.listening) return {};
      return {
        thinking: false,
        waiting: before.waiting.filter(({ id }) => id !== event.id),
        error: { code: event.code, message: event.message, retryable: event.retryable },
      };
    case 'call':
    case 'audio_ack':
    case 'pong':
    case 'stop_reply':
    case 'voice_end':
      return {};
  }
}

/** What came before, for example with the history after a reload, is not shown twice. */
function withEntry(history: HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  return history.some(({ id, who }) => id === entry.id && who === entry.who) ? history : [...history, entry];
}

/** Told again after a reconnect, it is the same object: nothing is shown anew. */
function sameStaff(before: VoiceSnapshot['staff'], now: VoiceSnapshot['staff']): VoiceSnapshot['staff'] {
  return before &&
    now &&
    before.call === now.call &&
    before.name === now.name &&
    before.recorded === now.recorded
    ? before
    : now;
}
