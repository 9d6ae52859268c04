import { useEffect, useState } from 'react';

/** The parts of the desk; the address keeps the one that is shown behind `#`. */
export const parts = ['desk', 'tickets', 'wall', 'figures', 'articles', 'gaps', 'admin'] as const;
export type DeskPart = (typeof parts)[number];

const partNow = (): DeskPart => parts.find((part) => part === location.hash.slice(1)) ?? 'desk';

export function usePart(): [DeskPart, (part: DeskPart) => void] {
  const [part, setPart] = useState(partNow);
  useEffect(() => {
    const whenMoved = () => setPart(partNow());
    window.addEventListener('hashchange', whenMoved);
    return () => window.removeEventListener('hashchange', whenMoved);
  }, []);
  return [
    part,
    (next) => {
      location.hash = next;
      setPart(next);
    },
  ];
}
