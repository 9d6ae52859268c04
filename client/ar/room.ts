import {
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  PCFShadowMap,
  PlaneGeometry,
  ShadowMaterial,
  type WebGLRenderer,
} from 'three';
import type { Guide } from '#protocol/guide';

/**
 * Light from a window up to the left, a bright ceiling, and a floor that shows nothing but shadow. What hangs on a wall
 * gets a wall at z = 0 instead, and a floor only where `floor` says how high it is.
 */
export class Studio extends Group {
  constructor(reach: number, stands: Guide['stands'] = 'floor', floor?: number) {
    super();
    this.add(new HemisphereLight(0xffffff, 0x8d8577, 1.9), windowLight(reach));
    if (stands === 'wall') {
      const wall = shadowCatcher(reach);
      // Behind what is stuck flat on the wall, so that the two do not flicker.
      wall.position.z = -0.0005;
      this.add(wall);
    }
    const height = stands === 'wall' ? floor : 0;
    if (height !== undefined) {
      const ground = shadowCatcher(reach);
      ground.rotation.x = -Math.PI / 2;
      // In front of the wall only: a shadow seen through it would float.
      ground.position.set(0, height, stands === 'wall' ? reach * 4 : 0);
      this.add(ground);
    }
  }

  override dispose(): void {
    super.dispose();
    for (const child of this.children) {
      if (child instanceof DirectionalLight || child instanceof HemisphereLight) child.dispose();
      else if (child instanceof Mesh) {
        child.geometry.dispose();
        child.material.dispose();
      }
    }
  }
}

function windowLight(reach: number): DirectionalLight {
  const window = new DirectionalLight(0xfff4e2, 2.1);
  window.position.set(-reach, reach * 1.8, reach * 1.2);
  window.castShadow = true;
  window.shadow.mapSize.set(1024, 1024);
  window.shadow.radius = 5;
  window.shadow.bias = -0.0005;
  window.shadow.normalBias = 0.004;
  const frame = window.shadow.camera;
  frame.left = frame.bottom = -reach;
  frame.right = frame.top = reach;
  frame.far = reach * 5;
  return window;
}

/** Seen from its front only: from behind a wall the product stays in view. */
function shadowCatcher(reach: number): Mesh {
  const surface = new Mesh(new PlaneGeometry(reach * 8, reach * 8), new ShadowMaterial({ opacity: 0.22 }));
  surface.receiveShadow = true;
  return surface;
}

export function prepare(renderer: WebGLRenderer): void {
  // Asking a driver for its messages waits until it has compiled; a shader that fails shows as a missing surface.
  renderer.debug.checkShaderErrors = false;
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;
  renderer.setPixelRatio(Math.min(2, globalThis.devicePixelRatio));
}
