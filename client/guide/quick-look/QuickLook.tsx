import { useEffect, useRef, useState } from 'react';
import type { Guide } from '#protocol/guide';
import { type GuideModel, openModel } from '../../ar/index.ts';
import { stepFile } from '../../ar/quick-look/index.ts';
import { useRoomWords } from '../immersive/words.ts';
import styles from './QuickLook.module.css';
import picture from './room.svg';

export interface QuickLookProps {
  guide: Guide;
  /** 0 is laying out, then the steps from 1, then the finished product. */
  place: number;
}

/**
 * Opens the step that is shown in AR Quick Look, at its true size: pinching it smaller would make every measure wrong. The
 * link must hold a picture and nothing else, or the system takes it for a download.
 */
export function QuickLook({ guide, place }: QuickLookProps) {
  const t = useRoomWords();
  const address = useStepFile(guide, place);
  if (!address) return null;
  return (
    <a
      className={styles.open}
      rel="ar"
      href={`${address}#allowsContentScaling=0`}
      download={`${guide.slug}-${place}.usdz`}
      data-words={t.open}
      aria-label={t.open}
    >
      <img src={picture} alt="" width={26} height={26} />
    </a>
  );
}

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
