import { USDZExporter } from 'three/addons/exporters/USDZExporter.js';
import type { GuideModel } from '../guide-model.ts';
import { stillOf } from './still.ts';

/**
 * A step as a USDZ file for AR Quick Look: true to size, on the floor or the wall as the product is. `at` 0 and one past the
 * last step give the finished product. Turns `model` to that step.
 */
export async function stepFile(model: GuideModel, at: number): Promise<Uint8Array<ArrayBuffer>> {
  const alignment = model.guide.stands === 'wall' ? 'vertical' : 'horizontal';
  const file: unknown = await new USDZExporter().parseAsync(stillOf(model, at), {
    ar: { anchoring: { type: 'plane' }, planeAnchoring: { alignment } },
    includeAnchoringProperties: true,
    quickLookCompatible: true,
  });
  if (!(file instanceof Uint8Array)) throw new TypeError('The exporter answered something that is no file.');
  return new Uint8Array(file);
}
