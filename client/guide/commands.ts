import type { Reply } from '#protocol';
import type { GuideAction, GuideView } from './logic/action.ts';

/** What a reply has the guide with this progress do. Undefined where it has nothing to do with it. */
export function commandOf(
  { guide, intent }: Pick<Reply, 'guide' | 'intent'>,
  progress: string | undefined,
): GuideAction | GuideView | undefined {
  if (!guide || (guide.progress !== undefined && guide.progress !== progress)) return undefined;
  if (guide.part !== undefined) return { type: 'show', part: guide.part };
  if (guide.step !== undefined)
    return intent === 'repeat_step' ? { type: 'repeat' } : { type: 'go', place: guide.step };
  if (guide.act === undefined) return undefined;
  return { type: guide.act === 'check' ? 'next' : guide.act };
}
