import { useEffect, useState } from 'react';
import type { ViewPose } from '#protocol/call/drawing';
import type { CallEngine } from '../contract.ts';

/** After this long without a pose the phone is not looked through any more. */
const lostAfterMs = 3_000;

/** Where the customer's phone is, a dozen times a second, to `onView`; answers whether it is known now. */
export function useCustomerView(engine: CallEngine, onView: (view: ViewPose) => void): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    let lost: ReturnType<typeof setTimeout> | undefined;
    const stop = engine.onView(({ view }) => {
      clearTimeout(lost);
      lost = setTimeout(() => setKnown(false), lostAfterMs);
      setKnown(true);
      onView(view);
    });
    return () => {
      clearTimeout(lost);
      stop();
    };
  }, [engine, onView]);
  return known;
}
