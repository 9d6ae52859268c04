import type { Want } from '../meaning/read-meaning.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** Answers how something works here, and offers to do it; nothing is started. */
export async function explain(_context: TurnContext, _want: Want): Promise<Decision | undefined> {
  return undefined;
}
