import type { Guide } from '#protocol/guide';
import type { GuideSession } from '../link/guide-session.ts';
import type { GuideVoice } from '../voice/use-spoken-commands.ts';
import { MeasureSheet } from './MeasureSheet.tsx';
import { MissingSheet } from './MissingSheet.tsx';
import { MoreSheet } from './MoreSheet.tsx';
import { OverviewSheet } from './OverviewSheet.tsx';
import { PartSheet } from './PartSheet.tsx';
import { StuckSheet } from './StuckSheet.tsx';

export type OpenSheet =
  | { kind: 'overview' | 'more' | 'stuck' | 'missing' | 'measure' }
  | { kind: 'part'; part: string }
  | undefined;

export interface SheetsProps {
  open: OpenSheet;
  guide: Guide;
  session: GuideSession;
  pictures: Readonly<Record<string, string>>;
  storage: Storage | undefined;
  voice: GuideVoice | undefined;
  onPart: (shown: { part: string }) => void;
  onSheet: (sheet: OpenSheet) => void;
  onLanguage: () => void;
}

export function Sheets({ open, onSheet, onPart, onLanguage, ...shared }: SheetsProps) {
  const onClose = () => onSheet(undefined);
  const sheet = { ...shared, onClose };
  switch (open?.kind) {
    case undefined:
      return null;
    case 'overview':
      return <OverviewSheet {...sheet} />;
    case 'more':
      return <MoreSheet {...sheet} onLanguage={onLanguage} onMeasure={() => onSheet({ kind: 'measure' })} />;
    case 'stuck':
      return <StuckSheet {...sheet} />;
    case 'missing':
      return <MissingSheet {...sheet} />;
    case 'measure':
      return <MeasureSheet {...sheet} />;
    case 'part':
      return <PartSheet {...sheet} part={open.part} onFly={onPart} />;
  }
}
