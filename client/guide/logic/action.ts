/** What a person can ask of an open guide, by button, key or voice. Steps count as places do: 0 is laying out. */
export type GuideAction =
  /** Asks the step's question, or leaves the parts laid out. */
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'repeat' }
  | { type: 'go'; place: number }
  /** Yes to the step's question. */
  | { type: 'confirm' }
  /** No to it: the step is shown again. */
  | { type: 'refuse' }
  | { type: 'tick'; item: string; count: number }
  | { type: 'pause' }
  | { type: 'continue' }
  | { type: 'restart' };

/** What a person can ask to see. */
export type GuideView = { type: 'show'; part: string } | { type: 'stuck' };
