import type { CallAnswer, CallEvent, ErrorCode } from '#protocol';
import { newId } from '../../new-id.ts';
import { isCallEvent } from '../checks.ts';
import type { CreateCallLink } from '../contract.ts';

/** The server will not do it; asking again the same way will not help unless `retryable`. */
export class CallRefusedError extends Error {
  override readonly name = 'CallRefusedError';
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, retryable: boolean) {
    super(message);
    this.code = code;
    this.retryable = retryable;
  }
}

/** The line went away before the answer came: whether the server did it is not known. */
export class LineCutError extends Error {
  override readonly name = 'LineCutError';
}

interface Waiting {
  resolve: (answer: CallAnswer) => void;
  reject: (error: CallRefusedError | LineCutError) => void;
}

/** Pairs requests with their answers on a socket that somebody else owns. */
export const createCallLink: CreateCallLink = ({ call, post }) => {
  const waiting = new Map<string, Waiting>();
  const listeners = new Set<(event: CallEvent) => void>();
  const lineListeners = new Set<(line: { up: boolean; kept: boolean }) => void>();
  let up = true;

  function take(id: string): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }

  return {
    call,
    get up() {
      return up;
    },
    send(request) {
      if (!up) return Promise.reject(new LineCutError('The line is away'));
      return new Promise((resolve, reject) => {
        const id = newId();
        waiting.set(id, { resolve, reject });
        post({ id, request });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onLine(listener) {
      lineListeners.add(listener);
      return () => lineListeners.delete(listener);
    },
    receive(event) {
      if (!isCallEvent(event)) {
        console.error(`The server sent what is no event of a call: ${event.type}. Reload the page.`);
        return;
      }
      if (event.type === 'answer') take(event.id)?.resolve(event.answer);
      else if (event.type === 'refused')
        take(event.id)?.reject(new CallRefusedError(event.code, event.message, event.retryable));
      else for (const listener of [...listeners]) listener(event);
    },
    lineUp(kept) {
      if (up) return;
      up = true;
      for (const listener of [...lineListeners]) listener({ up, kept });
    },
    lineDown() {
      if (!up) return;
      up = false;
      for (const one of waiting.values()) one.reject(new LineCutError('The line was cut'));
      waiting.clear();
      for (const listener of [...lineListeners]) listener({ up, kept: false });
    },
  };
};

type Answer<To extends CallAnswer['to']> = Extract<CallAnswer, { to: To }>;

/** The answer as the kind that belongs to the request. Throws where the server answered something else. */
export function answerTo<To extends CallAnswer['to']>(to: To, answer: CallAnswer): Answer<To> {
  if (isTo(to, answer)) return answer;
  throw new Error(`The server answered "${to}" with "${answer.to}"`);
}

const isTo = <To extends CallAnswer['to']>(to: To, answer: CallAnswer): answer is Answer<To> =>
  answer.to === to;
