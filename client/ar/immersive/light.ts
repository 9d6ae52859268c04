import { DirectionalLight, type Group, Light, type Scene, type WebGLRenderer } from 'three';
import { XREstimatedLight } from 'three/addons/webxr/XREstimatedLight.js';

/**
 * Lights the product as the room is lit, where the device can tell, and otherwise as a studio does. Takes effect when a
 * session begins. The studio's lamps stay in the scene without strength: the shadow on the floor is theirs.
 */
export function lightByRoom(renderer: WebGLRenderer, scene: Scene, studio: Group): void {
  const lamps = studio.children.filter((child) => child instanceof Light);
  // A lamp aims at its target; outside the studio that would stay at the room's origin.
  for (const lamp of lamps) if (lamp instanceof DirectionalLight) studio.add(lamp.target);
  const estimated = new XREstimatedLight(renderer);
  estimated.addEventListener('estimationstart', () => {
    scene.add(estimated);
    scene.environment = estimated.environment;
    for (const lamp of lamps) lamp.intensity = 0;
  });
}
