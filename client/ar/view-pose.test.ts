import { Group, PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { poseIn, takePose } from './view-pose.ts';

/** A phone's camera a metre before and above a product that stands turned, somewhere in a room. */
function room(scale = 1) {
  const product = new Group();
  product.position.set(3, 0, -2);
  product.rotation.y = 0.7;
  product.scale.setScalar(scale);
  product.updateMatrixWorld(true);
  const phone = new PerspectiveCamera(52, 0.5, 0.1, 100);
  phone.position.copy(product.localToWorld(new Vector3(0.2, 1, 1)));
  phone.lookAt(product.localToWorld(new Vector3(0, 0.4, 0)));
  phone.updateMatrixWorld(true);
  return { product, phone };
}

/** Where a point of the product appears, -1 to 1 from left to right and from below to above. */
const seen = (camera: PerspectiveCamera, point: Vector3) =>
  point.clone().project(camera).toArray().slice(0, 2);

describe('the view of a phone that walks around a product', () => {
  it.each([
    ['of true size', 1],
    ['of quarter size', 0.25],
  ])('is the same from the other end, %s', (_what, scale) => {
    const { product, phone } = room(scale);
    const staff = new PerspectiveCamera();
    const pose = poseIn(product, phone);
    takePose(staff, pose);
    staff.aspect = pose.aspect;
    staff.updateProjectionMatrix();
    staff.updateMatrixWorld(true);
    for (const corner of [new Vector3(0, 0, 0), new Vector3(0.3, 0.8, 0.1), new Vector3(-0.4, 0.2, -0.2)]) {
      const there = seen(phone, product.localToWorld(corner.clone()));
      const here = seen(staff, corner);
      expect(here[0]).toBeCloseTo(there[0] ?? Number.NaN, 4);
      expect(here[1]).toBeCloseTo(there[1] ?? Number.NaN, 4);
    }
  });

  it("reads the field of view and the shape off the phone's own projection", () => {
    const { product, phone } = room();
    const pose = poseIn(product, phone);
    expect(pose.fieldOfView).toBeCloseTo(52, 5);
    expect(pose.aspect).toBeCloseTo(0.5, 5);
  });
});
