import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this counts as being at the end, in CSS pixels. */
const endMargin = 80;

/**
 * Scrolls to the newest entry when one comes, so that a reply taller than the window starts at its top. Leaves a person
 * alone who has scrolled back, and says so with `away`.
 */
export function useKeepUp(scroller: RefObject<HTMLElement | null>, newest: string | undefined) {
  const [away, setAway] = useState(false);
  const following = useRef(true);

  const toNewest = useCallback(() => {
    const box = scroller.current;
    const last = box?.firstElementChild?.lastElementChild;
    if (!box || !last) return;
    const lastTop = last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const end = box.scrollHeight - box.clientHeight;
    box.scrollTop = Math.min(end, lastTop - 12);
    following.current = true;
    setAway(false);
  }, [scroller]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const note = () => {
      const left = box.scrollHeight - box.clientHeight - box.scrollTop;
      if (left < endMargin) {
        following.current = true;
        setAway(false);
      }
    };
    const byHand = () => {
      const left = box.scrollHeight - box.clientHeight - box.scrollTop;
      following.current = left < endMargin;
      setAway(!following.current);
    };
    box.addEventListener('scroll', note, { passive: true });
    box.addEventListener('scrollend', byHand, { passive: true });
    return () => {
      box.removeEventListener('scroll', note);
      box.removeEventListener('scrollend', byHand);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    if (newest !== undefined && following.current) toNewest();
  }, [newest, toNewest]);

  return { away, toNewest };
}
