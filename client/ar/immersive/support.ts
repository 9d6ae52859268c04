/** Whether this device can show the guide in the room, and if not, why. */
export type ImmersiveSupport = 'yes' | 'insecure' | 'no';

export async function immersiveSupport(): Promise<ImmersiveSupport> {
  if (!globalThis.isSecureContext) return 'insecure';
  try {
    return (await navigator.xr?.isSessionSupported('immersive-ar')) ? 'yes' : 'no';
  } catch {
    // A permissions policy that forbids WebXR answers with an error; for the person it is the same as not having it.
    return 'no';
  }
}

/**
 * Asks for a session. Hit testing is the one thing that placing cannot do without; everything else has a fallback:
 * without an anchor the product stays where tracking thinks it is, without light estimation it gets a window's light,
 * without depth it is drawn over people who walk in front. Depth is asked for on the graphics card only: reading it back
 * costs more than a frame on the phones that have no other.
 */
export function requestImmersiveSession(overlay: HTMLElement): Promise<XRSession> {
  const xr = navigator.xr;
  if (!xr) throw new Error('This browser has no WebXR.');
  return xr.requestSession('immersive-ar', {
    requiredFeatures: ['hit-test'],
    optionalFeatures: ['local-floor', 'anchors', 'dom-overlay', 'light-estimation', 'depth-sensing'],
    domOverlay: { root: overlay },
    depthSensing: {
      usagePreference: ['gpu-optimized'],
      dataFormatPreference: [],
    },
  } as XRSessionInit);
}
