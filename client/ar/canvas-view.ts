import { type PerspectiveCamera, Raycaster, Vector2, type WebGLRenderer } from 'three';

const size = new Vector2();

/** Gives the picture the canvas's size on the page; says whether that is another than before. */
export function fillCanvas(
  canvas: HTMLCanvasElement,
  renderer: WebGLRenderer,
  camera: PerspectiveCamera,
): boolean {
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth === 0 || clientHeight === 0) return false;
  renderer.getSize(size);
  if (size.x === clientWidth && size.y === clientHeight) return false;
  renderer.setSize(clientWidth, clientHeight, false);
  camera.aspect = clientWidth / clientHeight;
  camera.updateProjectionMatrix();
  return true;
}

/** From the camera through where the pointer is over the canvas. */
export function rayThrough(
  { clientX, clientY }: MouseEvent,
  canvas: HTMLCanvasElement,
  camera: PerspectiveCamera,
): Raycaster {
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
