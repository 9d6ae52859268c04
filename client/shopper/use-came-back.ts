import { useEffect, useRef, useState } from 'react';
import type { ConnectionState } from '../voice/contract.ts';

/** How long "connected again" stays, in milliseconds. */
const shownForMs = 4000;

/** True for a moment after a cut connection is whole again. */
export function useCameBack(connection: ConnectionState): boolean {
  const [back, setBack] = useState(false);
  const before = useRef(connection);
  useEffect(() => {
    const away = before.current === 'lost' || before.current === 'offline';
    if (connection === 'ready' && away) setBack(true);
    else if (connection !== 'ready') setBack(false);
    before.current = connection;
  }, [connection]);
  useEffect(() => {
    if (!back) return;
    const timer = setTimeout(() => setBack(false), shownForMs);
    return () => clearTimeout(timer);
  }, [back]);
  return back;
}
