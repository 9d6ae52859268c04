import { type Camera, Raycaster, Vector2 } from 'three';

/** A finger or mouse that moved further than this, in pixels, has turned the model and pressed nothing. */
const slack = 6;

/** Presses on a canvas that is turned by dragging, too: a browser counts a drag that ends on it as a click. Returns the way to stop. */
export function onPress(canvas: HTMLElement, press: (event: MouseEvent) => void): () => void {
  let from: { x: number; y: number } | undefined;
  const down = ({ clientX: x, clientY: y, isPrimary }: PointerEvent) => {
    if (isPrimary) from = { x, y };
  };
  const click = (event: MouseEvent) => {
    if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > slack) return;
    press(event);
  };
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('click', click);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('click', click);
  };
}

/** From the camera through where the pointer is over the canvas. */
export function rayThrough({ clientX, clientY }: MouseEvent, canvas: HTMLElement, camera: Camera): Raycaster {
  const frame = canvas.getBoundingClientRect();
  const ray = new Raycaster();
  ray.setFromCamera(
    new Vector2(
      ((clientX - frame.left) / frame.width) * 2 - 1,
      1 - ((clientY - frame.top) / frame.height) * 2,
    ),
    camera,
  );
  return ray;
}
