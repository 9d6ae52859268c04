import type { GuideProgress } from '#protocol/guide-progress';
import type { LocalCopy } from './local-copy.ts';

/**
 * What holds when the server is reached: moves made here that it has not heard of, if they are newer than what it knows
 * or it knows of none at all (a guide begun before the first answer came); else its own record, which another phone may have taken further. Parts ticked here stay ticked.
 */
export function merged(local: LocalCopy, server: GuideProgress): LocalCopy {
  const serverEntered = Date.parse(server.enteredAt);
  const last = local.unsent.at(-1);
  if (last && (server.step === 0 || local.playthrough.enteredAt >= serverEntered))
    return { ...local, progress: server };
  const { place } = local.playthrough;
  const playthrough =
    place === server.step
      ? local.playthrough
      : {
          ...local.playthrough,
          place: server.step,
          enteredAt: serverEntered,
          repeats: 0,
          asking: false,
        };
  return { playthrough, progress: server, unsent: [] };
}
