import { useEffect, useRef } from 'react';
import type { CallEngine } from '../contract.ts';
import styles from './CallStage.module.css';

export interface PictureProps {
  engine: CallEngine;
  stream: MediaStream;
  /** Of somebody else's picture: the layer that is sent follows the size it is shown at. */
  consumer: string | undefined;
  label: string;
  cover?: boolean;
  onAspect?: (aspect: number) => void;
}

/** A moving picture without its sound, whole. */
export function VideoPicture({ engine, stream, consumer, label, cover = false, onAspect }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      // Another picture took its place before it began.
      if (!(error instanceof DOMException && error.name === 'AbortError')) console.warn(error);
    });
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    const element = video.current;
    if (!element || consumer === undefined) return;
    const tell = () => engine.shown(consumer, Math.round(element.clientWidth * devicePixelRatio));
    tell();
    const sizes = new ResizeObserver(tell);
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      engine.shown(consumer, 0);
    };
  }, [engine, consumer]);

  const tellAspect = () => {
    const { videoWidth, videoHeight } = video.current ?? {};
    if (videoWidth && videoHeight) onAspect?.(videoWidth / videoHeight);
  };
  return (
    <video
      ref={video}
      className={styles.video}
      data-cover={cover}
      aria-label={label}
      autoPlay
      playsInline
      muted
      onLoadedMetadata={tellAspect}
      onResize={tellAspect}
    />
  );
}
