import type { Guide } from '#protocol/guide';
import { useRoomWords } from '../immersive/words.ts';
import styles from './QuickLook.module.css';
import picture from './room.svg';
import { useStepFile } from './use-step-file.ts';

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
