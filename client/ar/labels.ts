import { Box3, type Camera, Object3D, Vector3 } from 'three';
import type { Guide } from '#protocol/guide';
import type { GuideModel } from './guide-model.ts';
import { type LabelPlace, type LabelSubject, labelPlaces } from './label-places.ts';

/** Diameter in CSS pixels; the page's style gives the element the same. */
const size = 30;
const box = new Box3();
const corner = new Vector3();
const none: readonly Vector3[] = [];

interface Label {
  node: string;
  element: HTMLElement;
  /** Where the element was put last, in whole CSS pixels. */
  x: number;
  y: number;
}

/**
 * Part letters over the picture: always upright, beside their part, clear of one another. Decoration for the eyes. Has its
 * place in the model's assembly and draws nothing there: the letters are elements of the page.
 */
export class PartLabels extends Object3D {
  readonly #layer: HTMLElement;
  readonly #letters: Map<string, string>;
  #nodes: readonly string[] = [];
  #labels: Label[] = [];
  // Made once for each label and written in every frame.
  readonly #subjects: LabelSubject[] = [];
  readonly #obstacles: LabelPlace[] = [];
  readonly #places: LabelPlace[] = [];

  constructor(layer: HTMLElement, guide: Guide) {
    super();
    this.#layer = document.createElement('div');
    layer.append(this.#layer);
    layer.setAttribute('aria-hidden', 'true');
    this.#letters = new Map(guide.parts.flatMap(({ nodes, letter }) => nodes.map((node) => [node, letter])));
  }

  /** The pieces that are labelled: one label a letter is enough to say what they are. */
  get nodes(): readonly string[] {
    return this.#nodes;
  }

  set nodes(nodes: readonly string[]) {
    this.#nodes = nodes;
    const known = new Set<string>();
    this.#labels = nodes.flatMap((node) => {
      const letter = this.#letters.get(node);
      if (letter === undefined || known.has(letter)) return [];
      known.add(letter);
      const element = document.createElement('span');
      element.textContent = letter;
      return [{ node, element, x: Number.NaN, y: Number.NaN }];
    });
    this.#subjects.length = 0;
    for (const _label of this.#labels) this.#subjects.push({ left: 0, right: 0, top: 0, bottom: 0 });
    this.#layer.replaceChildren(...this.#labels.map(({ element }) => element));
  }

  /** `clearOf` are points in the assembly's space that labels do not cover. Allocates nothing where no label moves. */
  follow(model: GuideModel, camera: Camera, width: number, height: number, clearOf = none): void {
    if (this.#labels.length === 0) return;
    for (let index = 0; index < this.#labels.length; index++) {
      const subject = this.#subjects[index] as LabelSubject;
      const { node, element } = this.#labels[index] as Label;
      element.hidden = !frameOnScreen(model, node, camera, width, height, subject);
    }
    for (let index = 0; index < clearOf.length; index++) {
      this.#obstacles[index] ??= { x: 0, y: 0 };
      toScreen(corner.copy(clearOf[index] as Vector3), model, camera, width, height);
      const obstacle = this.#obstacles[index] as LabelPlace;
      obstacle.x = corner.x;
      obstacle.y = corner.y;
    }
    this.#obstacles.length = clearOf.length;
    labelPlaces(this.#subjects, size, width, height, this.#obstacles, this.#places);
    for (let index = 0; index < this.#labels.length; index++) {
      moveTo(this.#labels[index] as Label, this.#places[index] as LabelPlace);
    }
  }

  override dispose(): void {
    super.dispose();
    this.#layer.remove();
  }
}

function moveTo(label: Label, place: LabelPlace): void {
  const x = Math.round(place.x - size / 2);
  const y = Math.round(place.y - size / 2);
  if (x === label.x && y === label.y) return;
  label.x = x;
  label.y = y;
  label.element.style.translate = `${x}px ${y}px`;
}

/** Turns a point of the assembly's space into CSS pixels, in place. False where it lies behind the camera. */
export function toScreen(
  point: Vector3,
  model: GuideModel,
  camera: Camera,
  width: number,
  height: number,
): boolean {
  point.applyMatrix4(model.assembly.matrixWorld).applyMatrix4(camera.matrixWorldInverse);
  const ahead = point.z < 0;
  point.applyMatrix4(camera.projectionMatrix);
  point.set(((point.x + 1) / 2) * width, ((1 - point.y) / 2) * height, point.z);
  return ahead;
}

/** Writes what a piece covers of the picture into `seen`. False where some of it lies behind the camera. */
function frameOnScreen(
  model: GuideModel,
  node: string,
  camera: Camera,
  width: number,
  height: number,
  seen: LabelSubject,
): boolean {
  let ahead = true;
  model.boxOf(node, box);
  seen.left = seen.top = Infinity;
  seen.right = seen.bottom = -Infinity;
  for (let index = 0; index < 8; index++) {
    corner.set(
      index & 1 ? box.max.x : box.min.x,
      index & 2 ? box.max.y : box.min.y,
      index & 4 ? box.max.z : box.min.z,
    );
    ahead = toScreen(corner, model, camera, width, height) && ahead;
    seen.left = Math.min(seen.left, corner.x);
    seen.right = Math.max(seen.right, corner.x);
    seen.top = Math.min(seen.top, corner.y);
    seen.bottom = Math.max(seen.bottom, corner.y);
  }
  return ahead;
}
