import type { NetworkFeel } from '../contract.ts';

/** Measured once a second; `undefined` where the browser does not tell. */
export interface NetworkSample {
  /** What the way out could carry, bits a second; known while a picture is sent. */
  outgoing: number | undefined;
  /** Share of packets lost either way during the last second, 0-1. */
  lost: number;
  /** Of the worst picture that arrives, mediasoup's 0-10. `undefined` while none does. */
  score: number | undefined;
  /** Transports carry. */
  connected: boolean;
}

export interface NetworkState {
  feel: NetworkFeel;
  audioOnly: boolean;
  /** Seconds in a row that ask for the other side of a threshold. */
  poorFor: number;
  wellFor: number;
  /** Seconds it must be well before a picture is tried again: longer after each try that failed. */
  trustAfter: number;
}

/** Speech and one small picture layer need about this much, bits a second. */
const tooLittleForPicture = 110_000;
/** Room for the small layer with some to spare: the gap between the two keeps it from flapping. */
const enoughForPicture = 220_000;
const enoughForBigPicture = 500_000;
const heavyLoss = 0.2;
const someLoss = 0.08;
/** Seconds: quick to give up the picture before sound breaks, slow to trust the network again. */
const giveUpAfter = 4;
const trustAtFirst = 8;
const trustAtMost = 64;
/** Seconds of a picture that went well, after which an earlier failure is forgotten. */
const forgottenAfter = 30;

export const networkAtFirst: NetworkState = {
  feel: 'good',
  audioOnly: false,
  poorFor: 0,
  wellFor: 0,
  trustAfter: trustAtFirst,
};

/** How the network is after one more second of it. */
export function afterSample(before: NetworkState, sample: NetworkSample): NetworkState {
  if (!sample.connected) return { ...before, feel: 'away', poorFor: 0, wellFor: 0 };
  const outgoing = sample.outgoing ?? Number.POSITIVE_INFINITY;
  const poor = outgoing < tooLittleForPicture || sample.lost > heavyLoss;
  const well = outgoing > enoughForPicture && sample.lost < someLoss;
  const next = {
    ...before,
    poorFor: poor ? before.poorFor + 1 : 0,
    wellFor: well ? before.wellFor + 1 : 0,
  };
  if (!before.audioOnly && next.poorFor >= giveUpAfter) Object.assign(next, { audioOnly: true, wellFor: 0 });
  else if (before.audioOnly && next.wellFor >= before.trustAfter)
    Object.assign(next, {
      audioOnly: false,
      wellFor: 0,
      trustAfter: Math.min(2 * before.trustAfter, trustAtMost),
    });
  else if (!before.audioOnly && next.wellFor >= forgottenAfter) next.trustAfter = trustAtFirst;
  return { ...next, feel: feelOf(next.audioOnly, outgoing, sample) };
}

function feelOf(audioOnly: boolean, outgoing: number, { lost, score }: NetworkSample): NetworkFeel {
  if (lost > heavyLoss) return 'unsteady';
  if (audioOnly) return 'sound_only';
  if (outgoing < enoughForBigPicture || lost > someLoss || (score !== undefined && score < 5))
    return 'small_picture';
  return 'good';
}
