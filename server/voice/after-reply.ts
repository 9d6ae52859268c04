import type { OpenGuide, Reply } from '#protocol';

/**
 * Where the page will be once it has carried a reply out: "next" and "yes" said in one breath do not wait for it to tell.
 */
export function afterReply(open: OpenGuide, { guide, at }: Pick<Reply, 'guide' | 'at'>): OpenGuide {
  if (!guide || (guide.progress !== undefined && guide.progress !== open.progress)) return open;
  if (guide.step !== undefined) {
    const stays = guide.step === open.step;
    return {
      ...open,
      step: guide.step,
      asking: false,
      paused: false,
      enteredAt: stays ? open.enteredAt : at,
    };
  }
  switch (guide.act) {
    case 'check':
      return { ...open, asking: true };
    case 'refuse':
    case 'repeat':
      return { ...open, asking: false };
    case 'pause':
      return { ...open, paused: true };
    case 'continue':
      return { ...open, paused: false };
    case 'restart':
      return { ...open, step: 0, enteredAt: at, asking: false, paused: false };
    default:
      return open;
  }
}
