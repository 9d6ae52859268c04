import type { Guide } from '#protocol/guide';
import { GuideModel } from '../../ar/guide-model.ts';
import { InlineStage } from '../../ar/inline-stage.ts';
import { loadModel } from '../../ar/load-guide.ts';
import { takePartPictures } from '../../ar/part-pictures.ts';
import { accent, modelAddress } from './model-source.ts';

export interface StageElements {
  canvas: HTMLCanvasElement;
  labels: HTMLElement;
}

export interface OpenedStage {
  stage: InlineStage;
  model: GuideModel;
  dispose(): void;
}

/** Loads a guide's model and shows it. Rejects where the file or the device's graphics fail. */
export async function openStage(
  guide: Guide,
  { canvas, labels }: StageElements,
  on: { progress: (share: number) => void; tap: (node: string) => void; reducedMotion: boolean },
): Promise<OpenedStage> {
  const model = new GuideModel(guide, await loadModel(modelAddress(guide.slug), on.progress), accent);
  const { reducedMotion, tap: onTap } = on;
  const stage = new InlineStage({ canvas, model, labels, accent, reducedMotion, onTap });
  return {
    stage,
    model,
    dispose() {
      stage.dispose();
      model.dispose();
    },
  };
}

export { takePartPictures };
