import { P_DEVICE, type XRDevice } from 'iwer';
import type { ScreenTaps } from './screen-taps.ts';

/** During a session only the camera's picture and the DOM overlay are to be seen; without an overlay, only the picture. */
export function overlayOnSessions(phone: XRDevice, taps: ScreenTaps): void {
  const system = navigator.xr;
  if (!system) throw new Error('The emulated runtime is not installed.');
  const request = system.requestSession.bind(system);
  system.requestSession = async (mode, init) => {
    const session = await request(mode, init);
    const root = init?.domOverlay?.root;
    const ends = [taps.listen(phone[P_DEVICE].canvasContainer)];
    if (root instanceof HTMLElement) {
      if (session.enabledFeatures?.includes('dom-overlay')) {
        Object.defineProperty(session, 'domOverlayState', { value: { type: 'screen' } });
        ends.push(taps.listen(root), restyle(root, { position: 'fixed', inset: '0', zIndex: '1000' }));
      } else ends.push(restyle(root, { visibility: 'hidden' }));
    }
    session.addEventListener('end', () => {
      for (const end of ends) end();
    });
    return session;
  };
}

function restyle(element: HTMLElement, style: Partial<CSSStyleDeclaration>): () => void {
  const before = element.getAttribute('style') ?? '';
  Object.assign(element.style, style);
  return () => element.setAttribute('style', before);
}
