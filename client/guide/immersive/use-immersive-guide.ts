import { type ComponentType, useEffect, useState } from 'react';
import type { ImmersiveGuideProps } from './ImmersiveGuide.tsx';

type ImmersiveGuideView = ComponentType<ImmersiveGuideProps>;

/** The way into the room, loaded on devices that can show it there; `undefined` on others, and until it is there. */
export function useImmersiveGuide(): ImmersiveGuideView | undefined {
  const [view, setView] = useState<ImmersiveGuideView>();
  useEffect(() => {
    let wanted = true;
    hasImmersiveAr()
      .then(async (has) => {
        if (!has) return;
        const { ImmersiveGuide } = await import('./ImmersiveGuide.tsx');
        if (wanted) setView(() => ImmersiveGuide);
      })
      .catch((error: unknown) => console.warn('The room view could not be loaded', error));
    return () => {
      wanted = false;
    };
  }, []);
  return view;
}

/** Can this device show the guide in the room? Insecure pages are not told. */
async function hasImmersiveAr(): Promise<boolean> {
  try {
    return (await navigator.xr?.isSessionSupported('immersive-ar')) ?? false;
  } catch {
    // A permissions policy that forbids WebXR answers with an error; for the person it is the same as not having it.
    return false;
  }
}
