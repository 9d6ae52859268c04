import { type ComponentType, useEffect, useState } from 'react';
import { immersiveSupport } from '../../ar/immersive/support.ts';
import type { ImmersiveGuideProps } from './ImmersiveGuide.tsx';

type ImmersiveGuideView = ComponentType<ImmersiveGuideProps>;

/** The way into the room, loaded on devices that can show it there; `undefined` on others, and until it is there. */
export function useImmersiveGuide(): ImmersiveGuideView | undefined {
  const [view, setView] = useState<ImmersiveGuideView>();
  useEffect(() => {
    let wanted = true;
    immersiveSupport()
      .then(async (support) => {
        if (support !== 'yes') return;
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
