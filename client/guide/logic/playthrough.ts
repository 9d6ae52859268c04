import type { GuideAction } from './action.ts';

/** How far a person is with a guide on this device. Times are milliseconds since 1970. */
export interface Playthrough {
  /** 0 while parts are laid out, then the steps from 1, one past the last when the product stands. */
  place: number;
  enteredAt: number;
  /** Times this place was shown again since it was entered. */
  repeats: number;
  /** The step's question stands open. */
  asking: boolean;
  /** How many of each part and fastener have been found. */
  ticked: Readonly<Record<string, number>>;
  /** Since when it rests. */
  pausedAt?: number;
}

export const begun = (now: number): Playthrough => ({
  place: 0,
  enteredAt: now,
  repeats: 0,
  asking: false,
  ticked: {},
});

/** What an action makes of it. An action that does not apply changes nothing. */
export function advanced(state: Playthrough, action: GuideAction, steps: number, now: number): Playthrough {
  switch (action.type) {
    case 'next':
      if (state.place === 0) return entered(state, 1, steps, now);
      return state.place > steps || state.asking ? state : { ...state, asking: true };
    case 'confirm':
      return state.asking ? entered(state, state.place + 1, steps, now) : state;
    case 'back':
      return entered(state, state.place - 1, steps, now);
    case 'go':
      return entered(state, action.place, steps, now);
    case 'repeat':
    case 'refuse':
      if (action.type === 'refuse' && !state.asking) return state;
      return { ...state, asking: false, repeats: state.repeats + 1 };
    case 'tick':
      return { ...state, ticked: { ...state.ticked, [action.item]: Math.max(0, action.count) } };
    case 'pause':
      return state.pausedAt === undefined ? { ...state, pausedAt: now } : state;
    case 'continue': {
      const { pausedAt, ...rest } = state;
      return pausedAt === undefined ? state : rest;
    }
    case 'restart':
      return begun(now);
  }
}

/** Going anywhere ends a rest; going where one is already changes nothing but an open question. */
function entered(state: Playthrough, place: number, steps: number, now: number): Playthrough {
  const to = Math.min(steps + 1, Math.max(0, place));
  const { pausedAt: _rested, ...rest } = state;
  if (to === state.place) return { ...rest, asking: false };
  return { ...rest, place: to, enteredAt: now, repeats: 0, asking: false };
}
