import { RefusedError } from '../../http.ts';
import { useErrorTexts, useLanguage } from '../../i18n/index.ts';
import type { Trouble } from '../state/snapshot.ts';
import { useDeskWords } from '../words.ts';

/** What a person reads about something that failed: what happened and what to do. */
export function useErrorWords(): (error: unknown) => string {
  const t = useDeskWords();
  const shared = useErrorTexts();
  const { language } = useLanguage();
  const refusals: Partial<Record<Trouble['code'], string>> = t.refusals;
  return (error) => {
    if (error instanceof RefusedError || isTrouble(error)) {
      const { code, message } = error;
      // The server words its refusals in English, more exactly than the general text does.
      return (
        refusals[code] ??
        (language === 'en' && message ? message : (shared[code as keyof typeof shared] ?? message))
      );
    }
    return t.unreachable;
  };
}

const isTrouble = (error: unknown): error is Trouble =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
