import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Scene } from 'three';
import Value from 'typebox/value';
import { Guide } from '#protocol/guide';
import { GuideModel } from '../../../../client/ar/guide-model.ts';
import { loadModel } from '../../../../client/ar/load-guide.ts';
import { ImmersiveGuide } from '../../../../client/guide/immersive/ImmersiveGuide.tsx';
import { LanguageProvider } from '../../../../client/i18n/index.ts';
import { UiProvider } from '../../../../client/ui/UiProvider.tsx';

declare global {
  interface Window {
    model: GuideModel;
  }
}

/** The room view without the page around it: `?guide=<slug>&language=en|zh`. The model's own scene stands for the page's. */
const query = new URLSearchParams(location.search);
const folder = `/assets/guides/${query.get('guide')}`;
const guide = Value.Parse(Guide, await (await fetch(`${folder}/guide.json`)).json());
const model = new GuideModel(
  guide,
  await loadModel(new URL(`${folder}/model.glb`, location.href).href, () => {}),
  0xe8590c,
);
new Scene().add(model.group);
window.model = model;

function Room() {
  const [place, setPlace] = useState(1);
  const [shown, setShown] = useState<{ part: string }>();
  return (
    <ImmersiveGuide
      guide={guide}
      model={model}
      place={place}
      repeats={0}
      shown={shown}
      call={undefined}
      onTap={(part) => setShown({ part })}
      onActive={() => {}}
    >
      <button type="button" style={{ minHeight: 60 }} onClick={() => setPlace(place + 1)}>
        Next
      </button>
      <output>{place}</output>
    </ImmersiveGuide>
  );
}

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page"');
createRoot(page).render(
  <UiProvider>
    <LanguageProvider language={query.get('language') === 'zh' ? 'zh' : 'en'}>
      <Room />
    </LanguageProvider>
  </UiProvider>,
);
