import { useEffect, useState } from 'react';
import { immersiveSupport } from '../../ar/immersive/support.ts';

/** Can this device show the product in the room? `false` until it has answered. */
export function useImmersiveSupport(): boolean {
  const [supported, setSupported] = useState(false);
  useEffect(() => {
    let asked = true;
    void immersiveSupport().then((support) => {
      if (asked) setSupported(support === 'yes');
    });
    return () => {
      asked = false;
    };
  }, []);
  return supported;
}
