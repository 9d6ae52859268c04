/** The lamp beside a rear camera. Not in TypeScript's own types: https://w3c.github.io/mediacapture-image/#dom-mediatrackcapabilities-torch */
interface TorchCapabilities extends MediaTrackCapabilities {
  torch?: boolean;
}

export const hasTorch = (track: MediaStreamTrack): boolean =>
  (track.getCapabilities?.() as TorchCapabilities | undefined)?.torch === true;

/** Rejects as `applyConstraints` does where the lamp cannot be switched. */
export const switchTorch = (track: MediaStreamTrack, on: boolean): Promise<void> =>
  track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
