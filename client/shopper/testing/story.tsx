import { createRoot } from 'react-dom/client';
import { UiProvider } from '../../ui/UiProvider.tsx';
import { ShopperPage } from '../ShopperPage.tsx';
import { scenes } from './scenes.ts';
import { createScriptedVoice } from './scripted-voice.ts';

/**
 * The page in one of its states: `story.html?scene=denied&language=zh&level=0.5`. Served by `npm run dev` alone; the
 * client can be played from the console as `voice`.
 */
const query = new URLSearchParams(location.search);
const scene = scenes[query.get('scene') ?? 'first'];
if (!scene) throw new Error(`No such scene. Scenes: ${Object.keys(scenes).join(', ')}`);

const voice = createScriptedVoice({ ...scene, language: query.get('language') === 'zh' ? 'zh' : 'en' });
Object.assign(window, { voice });
const page = document.getElementById('page');
if (!page) throw new Error('The page has no element with the id "page"');
createRoot(page).render(
  <UiProvider>
    <ShopperPage
      client={voice}
      onSignIn={() => undefined}
      onClose={query.has('embedded') ? () => undefined : undefined}
    />
  </UiProvider>,
);
setTimeout(() => voice.level(Number(query.get('level') ?? 0)));
