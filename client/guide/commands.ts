import type { Reply } from '../../server/protocol/index.ts';
import type { GuideAction, GuideView } from './logic/action.ts';

/** What an open guide knows when a reply comes in. */
export interface Listening {
  /** This device's progress; undefined until the server knows of it. */
  progress: string | undefined;
  /** The step's question stands open. */
  asking: boolean;
}

/**
 * What a reply has an open guide do: where the server says it in `reply.guide`, that alone; else what the intent means to
 * a guide. Undefined where the reply has nothing to do with it.
 */
export function commandOf(
  { guide, intent }: Pick<Reply, 'guide' | 'intent'>,
  { progress, asking }: Listening,
): GuideAction | GuideView | undefined {
  if (guide) {
    if (guide.progress !== progress) return undefined;
    if (guide.part !== undefined) return { type: 'show', part: guide.part };
    if (guide.step !== undefined) {
      return intent === 'repeat_step' ? { type: 'repeat' } : { type: 'go', place: guide.step };
    }
  }
  switch (intent) {
    case 'next_step':
      return { type: 'next' };
    case 'previous_step':
      return { type: 'back' };
    case 'repeat_step':
      return { type: 'repeat' };
    case 'assembly_help':
      return { type: 'stuck' };
    case 'affirm':
      return asking ? { type: 'confirm' } : undefined;
    case 'deny':
      return asking ? { type: 'refuse' } : undefined;
    default:
      return undefined;
  }
}
