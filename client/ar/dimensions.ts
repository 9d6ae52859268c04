import { type Box3, BufferGeometry, type Camera, LineBasicMaterial, LineSegments, Vector3 } from 'three';
import type { GuideModel } from './guide-model.ts';
import { toScreen } from './labels.ts';

/** How far the lines stand off the product, as a share of its largest side. */
const stand = 0.06;

interface Measure {
  from: Vector3;
  to: Vector3;
  metres: number;
  element: HTMLElement;
}

const middle = new Vector3();

/** Puts a length in metres into the reader's words. */
export type WriteLength = (metres: number) => string;

/**
 * How wide, high and deep the finished product is: lines along its edges, with figures that always face the
 * reader. Goes into the model's assembly, and lies as that lies.
 */
export class Dimensions extends LineSegments<BufferGeometry, LineBasicMaterial> {
  readonly #layer: HTMLElement;
  readonly #measures: Measure[];
  #write: WriteLength | null = null;

  /** `finished` is the finished product's box in its own coordinates; the figures go into `layer`. */
  constructor(finished: Box3, layer: HTMLElement, accent: number) {
    const measures = edgesOf(finished).map(([from, to]) => {
      const element = document.createElement('b');
      return { from, to, metres: from.distanceTo(to), element };
    });
    super(
      new BufferGeometry().setFromPoints(measures.flatMap(({ from, to }) => [from, to])),
      new LineBasicMaterial({ color: accent, depthTest: false, toneMapped: false }),
    );
    this.renderOrder = 2;
    this.#measures = measures;
    this.#layer = document.createElement('div');
    this.#layer.append(...measures.map(({ element }) => element));
    layer.append(this.#layer);
    this.write = null;
  }

  /** How the figures are written; `null` shows neither figures nor lines. */
  get write(): WriteLength | null {
    return this.#write;
  }

  set write(write: WriteLength | null) {
    this.#write = write;
    this.visible = write !== null;
    this.#layer.hidden = write === null;
    if (write) for (const { element, metres } of this.#measures) element.textContent = write(metres);
  }

  /** Keeps the figures on their lines, in a picture of `width` x `height` CSS pixels. */
  follow(model: GuideModel, camera: Camera, width: number, height: number): void {
    if (!this.visible) return;
    for (const { from, to, element } of this.#measures) {
      const ahead = toScreen(middle.lerpVectors(from, to, 0.5), model, camera, width, height);
      element.hidden = !ahead;
      if (ahead) element.style.translate = `${Math.round(middle.x)}px ${Math.round(middle.y)}px`;
    }
  }

  override dispose(): void {
    super.dispose();
    this.removeFromParent();
    this.geometry.dispose();
    this.material.dispose();
    this.#layer.remove();
  }
}

/** One edge for each of width, height and depth, a little off the box, at its front. */
function edgesOf({ min, max }: Box3): [from: Vector3, to: Vector3][] {
  const off = stand * Math.max(max.x - min.x, max.y - min.y, max.z - min.z);
  const [front, right] = [max.z + off, max.x + off];
  return [
    [new Vector3(min.x, min.y, front), new Vector3(max.x, min.y, front)],
    [new Vector3(min.x - off, min.y, max.z), new Vector3(min.x - off, max.y, max.z)],
    [new Vector3(right, min.y, min.z), new Vector3(right, min.y, max.z)],
  ];
}
