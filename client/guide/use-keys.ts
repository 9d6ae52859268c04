import { useEffect } from 'react';
import type { GuideAction } from './logic/action.ts';

const keys: Record<string, GuideAction> = {
  ArrowRight: { type: 'next' },
  PageDown: { type: 'next' },
  ArrowLeft: { type: 'back' },
  PageUp: { type: 'back' },
  r: { type: 'repeat' },
};

/** Steps by keyboard or a presenter's remote; not while something is typed or slid. */
export function useKeys(act: (action: GuideAction) => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      const action = keys[event.key];
      if (!action || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [act, active]);
}
