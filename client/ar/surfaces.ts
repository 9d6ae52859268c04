import { Color, type Material, type MeshStandardMaterial } from 'three';
import type { PieceRole } from './travel.ts';

/** How strongly the part that is needed now glows, at the top of its pulse. */
const glow = 0.55;
const faint = 0.1;

/**
 * The three looks of every material in a model: placed (as modelled), arriving (glowing) and coming (a ghost). Made once
 * for each material and shared, so that a step changes references and a frame changes one number.
 */
export class Surfaces {
  readonly #looks = new Map<MeshStandardMaterial, Record<PieceRole, MeshStandardMaterial>>();
  readonly #accent: Color;

  constructor(accent: number) {
    this.#accent = new Color(accent);
  }

  of(material: MeshStandardMaterial, role: PieceRole): MeshStandardMaterial {
    const known = this.#looks.get(material);
    if (known) return known[role];
    const arriving = material.clone();
    arriving.emissive.copy(this.#accent);
    const coming = material.clone();
    coming.transparent = true;
    coming.opacity = faint;
    coming.depthWrite = false;
    const looks = { placed: material, arriving, coming };
    this.#looks.set(material, looks);
    return looks[role];
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
