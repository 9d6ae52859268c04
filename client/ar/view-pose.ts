import { MathUtils, Matrix4, type Object3D, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import type { ViewPose } from '#protocol/call/drawing';

const relative = new Matrix4();
const position = new Vector3();
const orientation = new Quaternion();
const scale = new Vector3();

/**
 * Where a camera is, seen from a product that stands in the same scene: metres of the product, however small it is shown.
 * Both must have their world matrices up to date. The view is read from the projection, which WebXR sets by itself.
 */
export function poseIn(product: Object3D, camera: PerspectiveCamera): ViewPose {
  relative.copy(product.matrixWorld).invert().multiply(camera.matrixWorld);
  relative.decompose(position, orientation, scale);
  const [width, , , , , height] = camera.projectionMatrix.elements as [number, ...number[]];
  const tall = height ?? 1;
  return {
    position: [position.x, position.y, position.z],
    orientation: [orientation.x, orientation.y, orientation.z, orientation.w],
    fieldOfView: MathUtils.radToDeg(2 * Math.atan(1 / tall)),
    aspect: tall / width,
  };
}

/** Puts a camera of another scene, in which the product stands at the origin, to the same place. */
export function takePose(camera: PerspectiveCamera, pose: ViewPose): void {
  camera.position.fromArray(pose.position);
  camera.quaternion.fromArray(pose.orientation).normalize();
  camera.fov = pose.fieldOfView;
}
