import { HexkeyError } from '../../errors.ts';

/**
 * Carries out a step whose parameters come from a page. mediasoup's complaints about them become `bad_request`; where
 * the media worker died meanwhile it is `overloaded`, and the page asks again after `media_restarted`.
 */
export async function fromMediasoup<Made>(
  owner: { closed: boolean },
  step: () => Promise<Made>,
): Promise<Made> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof HexkeyError) throw cause;
    if (owner.closed) throw mediaIsRestarting(cause);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HexkeyError('bad_request', `These media parameters cannot be used: ${why.slice(0, 200)}`, {
      cause,
    });
  }
}

export const mediaIsRestarting = (cause?: unknown) =>
  new HexkeyError('overloaded', 'Sound and picture are being set up anew. One moment.', { cause });
