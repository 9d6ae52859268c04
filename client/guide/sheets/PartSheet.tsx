import type { Guide } from '#protocol/guide';
import { useLanguage } from '../../i18n/index.ts';
import buttons from '../buttons.module.css';
import { PartPicture } from '../Pictures.tsx';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface PartSheetProps {
  guide: Guide;
  part: string;
  pictures: Readonly<Record<string, string>>;
  onFly: (shown: { part: string }) => void;
  onClose: () => void;
}

/** What a part is called, what it looks like and how large it is. */
export function PartSheet({ guide, part: id, pictures, onFly, onClose }: PartSheetProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { language } = useLanguage();
  const part = guide.parts.find((known) => known.id === id);
  if (!part) return null;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const size = part.size.map((metres) => number.format(metres * 100)).join(' × ');
  return (
    <GuideSheet title={`${t.part.title(part.letter)}: ${text(part.label)}`} onClose={onClose}>
      <div className={styles.part}>
        <PartPicture letter={part.letter} address={pictures[id]} size={112} />
        <p className={styles.say}>{text(part.description)}</p>
      </div>
      <dl className={styles.facts}>
        <dt>{t.part.size}</dt>
        <dd>{size} cm</dd>
        <dt>{t.part.inBox}</dt>
        <dd>{part.nodes.length}</dd>
      </dl>
      <button
        type="button"
        className={buttons.main}
        onClick={() => {
          onFly({ part: id });
          onClose();
        }}
      >
        {t.part.fly}
      </button>
    </GuideSheet>
  );
}
