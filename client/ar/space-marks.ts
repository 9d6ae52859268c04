import {
  CanvasTexture,
  ConeGeometry,
  Group,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  SphereGeometry,
  Sprite,
  SpriteMaterial,
  SRGBColorSpace,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Mark } from '../../server/protocol/call/drawing.ts';

/** Bright enough over wood, metal and a dim room alike. */
const colours: Record<Mark['colour'], number> = {
  yellow: 0xffd43b,
  red: 0xfa5252,
  blue: 0x4dabf7,
  white: 0xffffff,
};

/** Lines of a label as the texture draws them, in its pixels. */
const text = { size: 44, padding: 18, widest: 620 };

interface Shown {
  pin: Group;
  dispose(): void;
}

/** What staff pin to a product: a needle at the very spot and its words above, which stay there as the product turns. */
export class SpaceMarks {
  /** Add it to the assembly: marks are in its metres and axes. */
  readonly group = new Group();
  readonly #shown = new Map<string, Shown>();
  readonly #needle: ReturnType<typeof needle>;
  readonly #height: number;

  /** `extent` of the finished product in metres sets their size. */
  constructor(extent: number) {
    this.#height = extent * 0.06;
    this.#needle = needle(this.#height);
  }

  /** Shows these marks and no others; those on flat surfaces are left out. */
  show(marks: readonly Mark[]): void {
    const anchored = marks.filter(({ surface, shape }) => surface === 'scene' && shape.kind === 'anchored');
    const wanted = new Set(anchored.map(({ id }) => id));
    for (const [id, shown] of this.#shown) if (!wanted.has(id)) this.#remove(id, shown);
    for (const mark of anchored) if (!this.#shown.has(mark.id)) this.#add(mark);
  }

  dispose(): void {
    for (const [id, shown] of this.#shown) this.#remove(id, shown);
    this.#needle.dispose();
  }

  #add({ id, colour, shape }: Mark): void {
    if (shape.kind !== 'anchored') return;
    const material = new MeshBasicMaterial({ color: colours[colour], depthTest: false, transparent: true });
    const body = new Mesh(this.#needle, material);
    // Over everything: a mark behind a board is still meant to be found.
    body.renderOrder = 10;
    const pin = new Group();
    pin.position.fromArray(shape.at);
    pin.add(body);
    const label = shape.label ? words(shape.label, this.#height) : undefined;
    if (label) pin.add(label);
    this.group.add(pin);
    this.#shown.set(id, {
      pin,
      dispose() {
        material.dispose();
        label?.material.map?.dispose();
        label?.material.dispose();
      },
    });
  }

  #remove(id: string, { pin, dispose }: Shown): void {
    this.group.remove(pin);
    dispose();
    this.#shown.delete(id);
  }
}

/** A ball on a point that touches the spot. */
function needle(height: number) {
  const point = new ConeGeometry(height * 0.16, height, 16);
  point.rotateX(Math.PI);
  point.translate(0, height / 2, 0);
  const ball = new SphereGeometry(height * 0.3, 20, 14);
  ball.translate(0, height * 1.1, 0);
  return mergeGeometries([point, ball]);
}

/** Words that face whoever looks. */
function words(label: string, height: number): Sprite {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw text.');
  const font = `600 ${text.size}px system-ui, sans-serif`;
  context.font = font;
  canvas.width = Math.min(text.widest, Math.ceil(context.measureText(label).width)) + 2 * text.padding;
  canvas.height = text.size + 2 * text.padding;
  context.font = font;
  context.fillStyle = 'rgb(20 24 22 / 0.86)';
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, text.padding);
  context.fill();
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(label, text.padding, canvas.height / 2, text.widest);
  const map = new CanvasTexture(canvas);
  map.colorSpace = SRGBColorSpace;
  map.minFilter = LinearFilter;
  map.generateMipmaps = false;
  const sprite = new Sprite(new SpriteMaterial({ map, depthTest: false }));
  sprite.renderOrder = 11;
  const tall = height * 0.9;
  sprite.scale.set((tall * canvas.width) / canvas.height, tall, 1);
  sprite.position.y = height * 2.1;
  return sprite;
}
