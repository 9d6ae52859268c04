import {
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  PCFSoftShadowMap,
  PlaneGeometry,
  ShadowMaterial,
  type WebGLRenderer,
} from 'three';

/** Light from a window up to the left, a bright ceiling, and a floor that shows nothing but shadow. */
export function studio(reach: number): Group {
  const room = new Group();
  const ceiling = new HemisphereLight(0xffffff, 0x8d8577, 1.9);
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
  const floor = new Mesh(new PlaneGeometry(reach * 8, reach * 8), new ShadowMaterial({ opacity: 0.22 }));
  floor.rotation.x = -Math.PI / 2;
  floor.receiveShadow = true;
  room.add(ceiling, window, floor);
  return room;
}

export function prepare(renderer: WebGLRenderer): void {
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFSoftShadowMap;
  renderer.setPixelRatio(Math.min(2, globalThis.devicePixelRatio));
}
