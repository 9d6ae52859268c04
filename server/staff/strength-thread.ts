// A thread of its own: the word lists take a third of a second to load, and a long password as long to take apart.
import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { dictionary, adjacencyGraphs as graphs } from '@zxcvbn-ts/language-common';

export interface StrengthQuestion {
  id: number;
  password: string;
  /** What is known of the owner: found in the password it counts for nothing. */
  known: string[];
}
export interface StrengthAnswer {
  id: number;
  /** zxcvbn's score of 0 to 4. */
  score: number;
}

/** Beyond that the estimate takes seconds, and what is hard to guess by then is not made easier by the rest. */
const longest = 64;

const strength = new ZxcvbnFactory({ dictionary, graphs });
parentPort?.on('message', ({ id, password, known }: StrengthQuestion) => {
  const answer: StrengthAnswer = {
    id,
    score: strength.check([...password].slice(0, longest).join(''), known).score,
  };
  parentPort?.postMessage(answer);
});
