import { CanvasTexture, LinearFilter, Sprite, SpriteMaterial, SRGBColorSpace } from 'three';
import type { Mark } from '#protocol/call/drawing';

/** Height of a pin as a share of the finished product's extent. */
const tall = 0.09;

/** Bright enough over wood, metal and a dim room alike. */
const colours: Record<Mark['colour'], string> = {
  yellow: '#ffd43b',
  red: '#fa5252',
  blue: '#4dabf7',
  white: '#ffffff',
};
const ink = 'rgb(20 24 22 / 0.86)';

/** In pixels of the picture. */
const pin = { height: 132, head: 34, rim: 5 };
const words = { size: 44, padding: 18, widest: 620, gap: 12 };

interface PinPicture {
  /** Its lower edge's middle is the tip. */
  canvas: HTMLCanvasElement;
  /** From the tip to the top of the head, in the picture's pixels. */
  pinHeight: number;
}

/** A pin with its words above it. Throws where the browser has no canvas. */
function drawPin(colour: Mark['colour'], label: string | undefined): PinPicture {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw text.');
  const font = `600 ${words.size}px system-ui, sans-serif`;
  context.font = font;
  const length = label ? Math.min(words.widest, Math.ceil(context.measureText(label).width)) : 0;
  const plate = label ? words.size + 2 * words.padding : 0;
  // Setting the size clears the canvas and its settings.
  canvas.width = Math.max(2 * (pin.head + pin.rim), length + 2 * words.padding);
  canvas.height = pin.height + (label ? plate + words.gap : 0);
  if (label) {
    context.fillStyle = ink;
    context.beginPath();
    context.roundRect(0, 0, canvas.width, plate, words.padding);
    context.fill();
    context.font = font;
    context.fillStyle = '#fff';
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.fillText(label, canvas.width / 2, plate / 2, words.widest);
  }
  context.translate(canvas.width / 2, canvas.height);
  needle(context, colours[colour]);
  return { canvas, pinHeight: pin.height };
}

/** A drop that stands on its tip, which is at the origin. */
function needle(context: CanvasRenderingContext2D, colour: string): void {
  const middle = -(pin.height - pin.head - pin.rim);
  const side = Math.acos(pin.head / -middle);
  context.beginPath();
  context.arc(0, middle, pin.head, Math.PI / 2 + side, Math.PI / 2 - side + 2 * Math.PI);
  context.lineTo(0, -pin.rim);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 2 * pin.rim;
  context.strokeStyle = ink;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
  context.beginPath();
  context.arc(0, middle, pin.head * 0.38, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.fill();
}

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
