import type { Guide } from '#protocol/guide';
import { GuideModel } from '../../ar/guide-model.ts';
import { loadModel } from '../../ar/load-guide.ts';
import { RemoteStage } from '../../ar/remote-stage.ts';
import { GuideApi } from '../../guide/link/guide-api.ts';

/** Signal orange: no wood or metal has it. */
const accent = 0xe8590c;

export interface OpenedScene {
  guide: Guide;
  stage: RemoteStage;
  dispose(): void;
}

/** Guides are open to everybody: no token is asked for. */
const guides = new GuideApi(() => Promise.reject(new Error('The scene reads guides and nothing else.')));

/** Loads a guide with its model and shows it. Rejects where either cannot be had or the device cannot draw it. */
export async function openRemoteStage(
  slug: string,
  canvas: HTMLCanvasElement,
  on: {
    progress: (share: number) => void;
    press: (part: string, at: [number, number, number]) => void;
  },
): Promise<OpenedScene> {
  const address = new URL(`/guides/${slug}/model.glb`, location.href).href;
  const [guide, scene] = await Promise.all([guides.guide(slug), loadModel(address, on.progress)]);
  const model = new GuideModel(guide, scene, accent);
  const stage = new RemoteStage({
    canvas,
    model,
    onPress(node, at) {
      const part = guide.parts.find(({ nodes }) => nodes.includes(node));
      if (part) on.press(part.id, at);
    },
  });
  return {
    guide,
    stage,
    dispose() {
      stage.dispose();
      model.dispose();
    },
  };
}
