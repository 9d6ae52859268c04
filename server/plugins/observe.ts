import type { Dialogue } from '../dialogue/contract.ts';
import type { Speech, SpeechEvent } from '../speech/contract.ts';
import type { Metrics } from './metrics.ts';

/** The same recogniser, counted. */
export function observeSpeech(speech: Speech, metrics: Metrics): Speech {
  return {
    open: (options) =>
      speech.open({
        ...options,
        on: (event) => {
          count(event, metrics);
          options.on(event);
        },
      }),
    prepare: (commands) => speech.prepare(commands),
    close: () => speech.close(),
  };
}

function count(event: SpeechEvent, metrics: Metrics): void {
  if (event.type === 'final') metrics.finalLatency.observe(event.latencyMs / 1000);
  if (event.type === 'partial') metrics.partials.inc();
  if (event.type === 'load' && event.level === 'busy') metrics.busy.inc();
  if (event.type === 'final' || event.type === 'no_words' || event.type === 'error') {
    metrics.utterances.inc({ outcome: event.type });
  }
}

/** The same dialogue, counted. */
export function observeDialogue(dialogue: Dialogue, metrics: Metrics): Dialogue {
  return {
    open: (...args) => dialogue.open(...args),
    record: (...args) => dialogue.record(...args),
    isAddressed: (turn) => dialogue.isAddressed(turn),
    hints: (...args) => dialogue.hints(...args),
    async respond(turn) {
      const done = metrics.turnTime.startTimer();
      const reply = await dialogue.respond(turn);
      done();
      metrics.turns.inc({ intent: reply.intent, source: turn.source });
      return reply;
    },
  };
}
