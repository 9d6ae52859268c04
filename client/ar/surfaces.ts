import { Color, type Material, type MeshStandardMaterial } from 'three';
import type { PieceRole } from './travel.ts';

/** How strongly the part that is needed now glows, at the top of its pulse. */
const glow = 0.55;
/** How strongly a part does that somebody points at, all the time: it stands out among those that are needed now. */
const pointedGlow = 1;
const faint = 0.1;

/** How a piece looks: by its role in the step, or because somebody points at it. */
export type Look = PieceRole | 'pointed';

/**
 * The looks of every material in a model: placed (as modelled), arriving (glowing), coming (a ghost) and pointed at
 * (glowing more). Made once for each material and shared, so that a step changes references and a frame changes one number.
 */
export class Surfaces {
  readonly #looks = new Map<MeshStandardMaterial, Record<Look, MeshStandardMaterial>>();
  readonly #accent: Color;

  constructor(accent: number) {
    this.#accent = new Color(accent);
  }

  of(material: MeshStandardMaterial, look: Look): MeshStandardMaterial {
    const known = this.#looks.get(material);
    if (known) return known[look];
    const arriving = material.clone();
    arriving.emissive.copy(this.#accent);
    const coming = material.clone();
    coming.transparent = true;
    coming.opacity = faint;
    coming.depthWrite = false;
    const pointed = arriving.clone();
    pointed.emissiveIntensity = pointedGlow;
    const looks = { placed: material, arriving, coming, pointed };
    this.#looks.set(material, looks);
    return looks[look];
  }

  /** `phase` in seconds; a still picture gets the middle of the pulse. */
  pulse(phase: number | undefined): void {
    const strength = phase === undefined ? glow / 2 : (glow * (1 - Math.cos(phase * Math.PI * 1.6))) / 2;
    for (const { arriving } of this.#looks.values()) arriving.emissiveIntensity = strength;
  }

  dispose(): void {
    const made: Material[] = [...this.#looks.values()].flatMap((looks) => Object.values(looks));
    for (const material of made) material.dispose();
  }
}
