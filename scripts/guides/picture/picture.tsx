import { addAfterEffect } from '@react-three/fiber';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import Value from 'typebox/value';
import { Guide } from '#protocol/guide';
import { GuideModel } from '../../../client/ar/guide-model.ts';
import { loadModel } from '../../../client/ar/load-guide.ts';
import { SceneCanvas, StepScene } from '../../../client/scene/index.ts';

declare global {
  interface Window {
    /** Set when the guide is here: resolves once a step's end is drawn, or the whole product for a step past the last. */
    show?: (step: number) => Promise<void>;
  }
}

const slug = new URLSearchParams(location.search).get('guide');
const folder = `/assets/guides/${slug}`;
const guide = Value.Parse(Guide, await (await fetch(`${folder}/guide.json`)).json());
const scene = await loadModel(new URL(`${folder}/model.glb`, location.href).href, () => {});
const model = new GuideModel(guide, scene, 0xe2711d);
// Its letters are not in the picture.
const layer = document.createElement('div');
const nothing = [] as const;

function Picture() {
  const [place, setPlace] = useState(guide.steps.length + 1);
  const [shown, setShown] = useState(false);
  if (shown)
    window.show = (step) =>
      new Promise((resolve) => {
        flushSync(() => setPlace(step + 1));
        const stop = addAfterEffect(() => {
          stop();
          resolve();
        });
      });
  return (
    <SceneCanvas
      className="picture"
      onFailed={(error) => {
        throw error;
      }}
    >
      <StepScene
        model={model}
        place={place}
        repeats={0}
        apart={0}
        asked={undefined}
        pointed={nothing}
        marks={nothing}
        measures={null}
        resting={false}
        still
        layer={layer}
        onTap={() => {}}
        onShown={() => setShown(true)}
      />
    </SceneCanvas>
  );
}

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page"');
createRoot(page).render(<Picture />);
