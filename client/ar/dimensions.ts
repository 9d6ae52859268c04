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

/** How wide, high and deep the finished product is: lines along its edges, with figures that always face the reader. */
export class Dimensions {
  /** Goes into the model's assembly, and lies as that lies. */
  readonly lines: LineSegments<BufferGeometry, LineBasicMaterial>;
  readonly #layer: HTMLElement;
  readonly #measures: Measure[];

  /** `finished` is the finished product's box in its own coordinates; the figures go into `layer`. */
  constructor(finished: Box3, layer: HTMLElement, accent: number) {
    this.#layer = document.createElement('div');
    this.#layer.hidden = true;
    this.#measures = edgesOf(finished).map(([from, to]) => {
      const element = document.createElement('b');
      this.#layer.append(element);
      return { from, to, metres: from.distanceTo(to), element };
    });
    layer.append(this.#layer);
    const shape = new BufferGeometry().setFromPoints(this.#measures.flatMap(({ from, to }) => [from, to]));
    this.lines = new LineSegments(
      shape,
      new LineBasicMaterial({ color: accent, depthTest: false, toneMapped: false }),
    );
    this.lines.renderOrder = 2;
    this.lines.visible = false;
  }

  get shown(): boolean {
    return this.lines.visible;
  }

  /** `write` puts a length in metres into the reader's words. */
  show(write: (metres: number) => string): void {
    for (const { element, metres } of this.#measures) element.textContent = write(metres);
    this.lines.visible = true;
    this.#layer.hidden = false;
  }

  hide(): void {
    this.lines.visible = false;
    this.#layer.hidden = true;
  }

  /** Keeps the figures on their lines, in a picture of `width` x `height` CSS pixels. */
  follow(model: GuideModel, camera: Camera, width: number, height: number): void {
    if (!this.shown) return;
    for (const { from, to, element } of this.#measures) {
      const ahead = toScreen(middle.lerpVectors(from, to, 0.5), model, camera, width, height);
      element.hidden = !ahead;
      if (ahead) element.style.translate = `${Math.round(middle.x)}px ${Math.round(middle.y)}px`;
    }
  }

  dispose(): void {
    this.lines.removeFromParent();
    this.lines.geometry.dispose();
    this.lines.material.dispose();
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
