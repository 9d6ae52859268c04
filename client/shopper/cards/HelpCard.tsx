import { useI18n } from '../../i18n/index.ts';
import { Examples } from '../conversation/Examples.tsx';
import { CardFrame } from './CardFrame.tsx';

export function HelpCard({ examples }: { examples: string[] }) {
  const { t } = useI18n();
  return (
    <CardFrame title={t.help.title}>
      <Examples examples={examples} />
    </CardFrame>
  );
}
