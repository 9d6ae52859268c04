import { useEffect, useRef, useState } from 'react';
import type { Guide } from '#protocol/guide';
import { type GuideModel, openModel } from '../../ar/index.ts';
import { stepFile } from '../../ar/quick-look/index.ts';

/** The address of a step's file in this page, made anew for every step; `undefined` until it is made. */
export function useStepFile(guide: Guide, place: number): string | undefined {
  const model = useRef<Promise<GuideModel>>(undefined);
  const [address, setAddress] = useState<string>();

  // A model of its own: the one on the page is in the middle of a step.
  useEffect(() => {
    const loaded = openModel(guide.slug, guide);
    model.current = loaded;
    return () => {
      loaded.then(
        (known) => known.dispose(),
        () => {},
      );
    };
  }, [guide]);

  useEffect(() => {
    let made: string | undefined;
    let wanted = true;
    model.current
      ?.then(async (known) => {
        if (!wanted) return;
        const file = await stepFile(known, place);
        if (!wanted) return;
        made = URL.createObjectURL(new Blob([file], { type: 'model/vnd.usdz+zip' }));
        setAddress(made);
      })
      .catch((error: unknown) => console.warn('The step could not be made ready for the room', error));
    return () => {
      wanted = false;
      setAddress(undefined);
      if (made) URL.revokeObjectURL(made);
    };
  }, [place]);
  return address;
}
