import { type ComponentType, useEffect, useState } from 'react';
import type { QuickLookProps } from './QuickLook.tsx';

/** The way into the room on an iPhone or iPad, loaded there alone; `undefined` elsewhere, and until it is there. */
export function useQuickLook(): ComponentType<QuickLookProps> | undefined {
  const [view, setView] = useState<ComponentType<QuickLookProps>>();
  useEffect(() => {
    if (!hasQuickLook()) return;
    let wanted = true;
    import('./QuickLook.tsx').then(
      ({ QuickLook }) => wanted && setView(() => QuickLook),
      (error: unknown) => console.warn('The room view could not be loaded', error),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return view;
}

/** Can this device open a model in AR Quick Look? As Apple documents it: by the relation that its links have. */
function hasQuickLook(): boolean {
  const { relList } = document.createElement('a');
  return relList.supports?.('ar') ?? false;
}
