import { Box3, type Camera, Vector3 } from 'three';
import type { Guide } from '../../server/protocol/guide.ts';
import type { GuideModel } from './guide-model.ts';
import { type LabelSubject, labelPlaces } from './label-places.ts';

/** Diameter in CSS pixels; the page's style gives the element the same. */
const size = 30;
const box = new Box3();
const corner = new Vector3();

interface Label {
  node: string;
  element: HTMLElement;
}

/** Part letters over the picture: always upright, beside their part, clear of one another. Decoration for the eyes. */
export class Labels {
  readonly #layer: HTMLElement;
  readonly #letters: Map<string, string>;
  #labels: Label[] = [];

  constructor(layer: HTMLElement, guide: Guide) {
    this.#layer = layer;
    layer.setAttribute('aria-hidden', 'true');
    this.#letters = new Map(guide.parts.flatMap(({ nodes, letter }) => nodes.map((node) => [node, letter])));
  }

  /** Labels these pieces: one label a letter is enough to say what they are. */
  show(nodes: readonly string[]): void {
    const known = new Set<string>();
    this.#labels = nodes.flatMap((node) => {
      const letter = this.#letters.get(node);
      if (letter === undefined || known.has(letter)) return [];
      known.add(letter);
      const element = document.createElement('span');
      element.textContent = letter;
      return [{ node, element }];
    });
    this.#layer.replaceChildren(...this.#labels.map(({ element }) => element));
  }

  /** `clearOf` are points in the assembly's space that labels do not cover. */
  follow(
    model: GuideModel,
    camera: Camera,
    width: number,
    height: number,
    clearOf: readonly Vector3[] = [],
  ): void {
    if (this.#labels.length === 0) return;
    const subjects = this.#labels.map(({ node }) => this.#onScreen(model, node, camera, width, height));
    const obstacles = clearOf.map((point) => {
      corner.copy(point).applyMatrix4(model.assembly.matrixWorld).project(camera);
      return { x: ((corner.x + 1) / 2) * width, y: ((1 - corner.y) / 2) * height };
    });
    const places = labelPlaces(subjects, size, width, height, obstacles);
    this.#labels.forEach(({ element }, index) => {
      const place = places[index];
      if (place) element.style.translate = `${place.x - size / 2}px ${place.y - size / 2}px`;
    });
  }

  #onScreen(model: GuideModel, node: string, camera: Camera, width: number, height: number): LabelSubject {
    model.boxOf(node, box);
    const seen = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (let index = 0; index < 8; index++) {
      corner.set(
        index & 1 ? box.max.x : box.min.x,
        index & 2 ? box.max.y : box.min.y,
        index & 4 ? box.max.z : box.min.z,
      );
      corner.applyMatrix4(model.assembly.matrixWorld).project(camera);
      const x = ((corner.x + 1) / 2) * width;
      const y = ((1 - corner.y) / 2) * height;
      seen.left = Math.min(seen.left, x);
      seen.right = Math.max(seen.right, x);
      seen.top = Math.min(seen.top, y);
      seen.bottom = Math.max(seen.bottom, y);
    }
    return seen;
  }
}
