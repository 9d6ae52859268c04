import { CanvasTexture, LinearFilter, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import type { Mark } from '#protocol/call/drawing';
import { drawPin } from './pin-picture.ts';

/** Height of a pin as a share of the finished product's extent. */
const tall = 0.09;

/**
 * What staff pin to a product: a needle whose tip stays at the very spot as the product turns, and its words above. It
 * stands upright for whoever looks, even where the product lies on its head. Goes into the model's assembly.
 */
export class MarkPin extends Sprite {
  /** `extent` of the finished product in metres sets its size. */
  constructor(colour: Mark['colour'], label: string | undefined, extent: number) {
    const picture = drawPin(colour, label);
    const map = new CanvasTexture(picture.canvas);
    map.colorSpace = SRGBColorSpace;
    map.minFilter = LinearFilter;
    map.generateMipmaps = false;
    // Over everything and in its own colour: a mark behind a board is still meant to be found.
    super(new SpriteMaterial({ map, depthTest: false, depthWrite: false, toneMapped: false }));
    this.renderOrder = 10;
    this.center.set(0.5, 0);
    const metres = (extent * tall) / picture.pinHeight;
    this.scale.set(picture.canvas.width * metres, picture.canvas.height * metres, 1);
  }

  /** A press goes through it to the part, and a ray of no camera could not meet what faces the camera. */
  override raycast(): void {}

  override dispose(): void {
    super.dispose();
    this.material.map?.dispose();
    this.material.dispose();
  }
}
