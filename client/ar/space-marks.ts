import { CanvasTexture, LinearFilter, type Object3D, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import type { Mark } from '#protocol/call/drawing';
import { drawPin } from './pin-picture.ts';

/** Height of a pin as a share of the finished product's extent. */
const tall = 0.09;

/**
 * What staff pin to a product: a needle whose tip stays at the very spot as the product turns, and its words above. Pins
 * stand upright for whoever looks, even where the product lies on its head.
 */
export class SpaceMarks {
  readonly #assembly: Object3D;
  readonly #height: number;
  readonly #pins = new Map<string, Sprite>();

  /** Marks are in the metres and axes of `assembly`; `extent` of the finished product in metres sets their size. */
  constructor(assembly: Object3D, extent: number) {
    this.#assembly = assembly;
    this.#height = extent * tall;
  }

  /** Shows these marks and no others; those on flat surfaces are left out. */
  show(marks: readonly Mark[]): void {
    const anchored = marks.filter(({ surface, shape }) => surface === 'scene' && shape.kind === 'anchored');
    const wanted = new Set(anchored.map(({ id }) => id));
    for (const id of this.#pins.keys()) if (!wanted.has(id)) this.#remove(id);
    for (const mark of anchored) if (!this.#pins.has(mark.id)) this.#add(mark);
  }

  dispose(): void {
    for (const id of this.#pins.keys()) this.#remove(id);
  }

  #add({ id, colour, shape }: Mark): void {
    if (shape.kind !== 'anchored') return;
    const picture = drawPin(colour, shape.label);
    const map = new CanvasTexture(picture.canvas);
    map.colorSpace = SRGBColorSpace;
    map.minFilter = LinearFilter;
    map.generateMipmaps = false;
    // Over everything and in its own colour: a mark behind a board is still meant to be found.
    const pin = new Sprite(
      new SpriteMaterial({ map, depthTest: false, depthWrite: false, toneMapped: false }),
    );
    pin.renderOrder = 10;
    pin.center.set(0.5, 0);
    pin.position.fromArray(shape.at);
    const metres = this.#height / picture.pinHeight;
    pin.scale.set(picture.canvas.width * metres, picture.canvas.height * metres, 1);
    // A press goes through it to the part, and a ray of no camera could not meet what faces the camera.
    pin.raycast = () => {};
    this.#assembly.add(pin);
    this.#pins.set(id, pin);
  }

  #remove(id: string): void {
    const pin = this.#pins.get(id);
    if (!pin) return;
    this.#pins.delete(id);
    pin.removeFromParent();
    pin.material.map?.dispose();
    pin.material.dispose();
  }
}
