import type { RecogniserChoice } from './choice.ts';
import type { Recogniser } from './contract.ts';

/** Loads the chosen recogniser into this thread; the one that is not chosen costs no memory. */
export async function loadRecogniser(choice: RecogniserChoice): Promise<Recogniser> {
  if (choice.kind === 'moonshine') {
    const { Moonshine } = await import('./moonshine/moonshine.ts');
    return Moonshine.load(choice);
  }
  const { TransformersRecogniser } = await import('./transformers/transformers.ts');
  return TransformersRecogniser.load(choice);
}
