import type { CallAnswer } from '#protocol';

type Answer<To extends CallAnswer['to']> = Extract<CallAnswer, { to: To }>;

/** The answer as the kind that belongs to the request. Throws where the server answered something else. */
export function answerTo<To extends CallAnswer['to']>(to: To, answer: CallAnswer): Answer<To> {
  if (isTo(to, answer)) return answer;
  throw new Error(`The server answered "${to}" with "${answer.to}"`);
}

const isTo = <To extends CallAnswer['to']>(to: To, answer: CallAnswer): answer is Answer<To> =>
  answer.to === to;
