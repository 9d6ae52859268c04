import { act, createRoot } from '@react-three/fiber';
import type { ReactNode } from 'react';
import type { WebGLRenderer } from 'three';
import '../elements.ts';

// React says so otherwise with every change of a scene.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A scene whose pictures are counted instead of drawn, with a frame whenever the test asks for one. */
export async function openScene() {
  const canvas = document.createElement('canvas');
  let frames = 0;
  const renderer = {
    render: () => {
      frames += 1;
    },
    setSize() {},
    setPixelRatio() {},
    dispose() {},
    forceContextLoss() {},
    shadowMap: {},
    domElement: canvas,
  };
  const root = createRoot(canvas);
  await root.configure({
    gl: () => renderer as unknown as WebGLRenderer,
    frameloop: 'demand',
    size: { width: 400, height: 300, top: 0, left: 0 },
  });
  return {
    canvas,
    show: (children: ReactNode) => act(async () => root.render(children)),
    leave: () => act(async () => root.unmount()),
    frames: () => frames,
  };
}
