import { useEffect, useState } from 'react';
import type { ViewPose } from '#protocol/call/drawing';
import type { CallEngine } from '../contract.ts';

/** After this long without a pose the phone is not looked through any more. */
const lostAfterMs = 3_000;

/** Where the customer's phone is, a dozen times a second; `undefined` as long as it does not tell. */
export function useCustomerView(engine: CallEngine): ViewPose | undefined {
  const [view, setView] = useState<ViewPose>();
  useEffect(() => {
    let lost: ReturnType<typeof setTimeout> | undefined;
    const stop = engine.onView(({ view }) => {
      clearTimeout(lost);
      lost = setTimeout(() => setView(undefined), lostAfterMs);
      setView(view);
    });
    return () => {
      clearTimeout(lost);
      stop();
    };
  }, [engine]);
  return view;
}
