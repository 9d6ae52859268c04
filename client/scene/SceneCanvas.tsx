import { createRoot, type ReconcilerRoot, type RenderProps } from '@react-three/fiber';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { WebGLRenderer } from 'three';
import { prepare } from '../ar/index.ts';
import './elements.ts';

export interface SceneCanvasProps {
  /** Of the element that is filled with the picture. */
  className?: string | undefined;
  /** What a press on the picture does, for the style's pointer. */
  tool?: string | undefined;
  /** Scene parts. The page's contexts do not reach them: what they need goes in as props. */
  children: ReactNode;
  /** Once: this device cannot draw in 3D. */
  onFailed: (error: unknown) => void;
}

/**
 * A picture in 3D, as large as its element. Drawn when something in it has changed; unmounting gives everything back to
 * the graphics card.
 */
export function SceneCanvas({ className, tool, children, onFailed }: SceneCanvasProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ReconcilerRoot<HTMLCanvasElement>>();
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    // A new canvas each time: one whose graphics context was given back draws no more.
    const canvas = document.createElement('canvas');
    element.append(canvas);
    const opened = createRoot(canvas);
    const fill = async () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        await opened.configure({ ...settings(canvas), size: { width, height, top: 0, left: 0 } });
    };
    const resized = new ResizeObserver(() => void fill());
    let ended = false;
    fill().then(
      () => {
        if (ended) return;
        setRoot(opened);
        resized.observe(element);
      },
      (error: unknown) => failed.current(error),
    );
    return () => {
      ended = true;
      setRoot(undefined);
      resized.disconnect();
      opened.unmount();
      canvas.remove();
    };
  }, []);

  useLayoutEffect(() => {
    root?.render(children);
  }, [root, children]);

  return <div ref={frame} className={className} data-tool={tool} />;
}

/** The picture's size is the element's; the lens is that of a camera held by hand. */
const settings = (canvas: HTMLCanvasElement): RenderProps<HTMLCanvasElement> => ({
  gl() {
    const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    prepare(renderer);
    return renderer;
  },
  shadows: 'percentage',
  flat: true,
  frameloop: 'demand',
  camera: { fov: 38, near: 0.02, far: 60 },
});
