import { useEffect, useRef } from 'react';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';

/** Everybody's sound. One in a page. */
export function RemoteSound({ engine }: { engine: CallEngine }) {
  const { remote } = useCallSnapshot(engine);
  return remote
    .filter(({ kind }) => kind === 'audio')
    .map(({ consumer, stream }) => <Sound key={consumer} stream={stream} />);
}

function Sound({ stream }: { stream: MediaStream }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    const play = () => {
      element.play().catch((error: unknown) => {
        // Browsers hold sound back until the page is touched; joining is a touch, a reload into a call is not.
        if (error instanceof DOMException && error.name === 'NotAllowedError')
          document.addEventListener('pointerdown', play, { once: true });
      });
    };
    play();
    return () => {
      document.removeEventListener('pointerdown', play);
      element.srcObject = null;
    };
  }, [stream]);
  // biome-ignore lint/a11y/useMediaCaption: what is said is captioned in the page
  return <audio ref={audio} autoPlay />;
}
