import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Scrolled back by less than this counts as still following, in CSS pixels. */
const margin = 80;

/**
 * Scrolls to the newest entry when one comes, so that a reply taller than the window starts at its top. Leaves a person
 * alone who has scrolled back, and says so with `away`.
 */
export function useKeepUp(scroller: RefObject<HTMLElement | null>, newest: string | undefined) {
  const [away, setAway] = useState(false);
  const following = useRef(true);
  /** Where the newest entry was brought into sight. */
  const landing = useRef(0);

  const toNewest = useCallback(() => {
    const box = scroller.current;
    const last = box?.firstElementChild?.lastElementChild;
    if (!box || !last) return;
    const lastTop = last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const end = box.scrollHeight - box.clientHeight;
    landing.current = Math.max(0, Math.min(end, lastTop - 12));
    box.scrollTop = landing.current;
    following.current = true;
    setAway(false);
  }, [scroller]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const note = () => {
      following.current = box.scrollTop >= landing.current - margin;
      setAway(!following.current);
    };
    box.addEventListener('scroll', note, { passive: true });
    return () => box.removeEventListener('scroll', note);
  }, [scroller]);

  useLayoutEffect(() => {
    if (newest !== undefined && following.current) toNewest();
  }, [newest, toNewest]);

  return { away, toNewest };
}
