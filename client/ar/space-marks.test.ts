// @vitest-environment happy-dom
import { Group, Raycaster, type Sprite, Vector3 } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '#protocol/call/drawing';
import { SpaceMarks } from './space-marks.ts';

const pinned = (id: string, at: [number, number, number], label?: string): Mark => ({
  id,
  by: 'ann',
  surface: 'scene',
  colour: 'yellow',
  shape: { kind: 'anchored', at, ...(label && { label }) },
});

/** The browser's own drawing is no part of these tests. */
beforeEach(() => {
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, name) =>
      name === 'measureText' ? (text: string) => ({ width: text.length * 20 }) : () => undefined,
    set: () => true,
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});

function product() {
  const assembly = new Group();
  const marks = new SpaceMarks(assembly, 1.5);
  const spots = () => assembly.children.map(({ position }) => position.toArray());
  return { assembly, marks, spots };
}

describe('what staff pin to the product', () => {
  it('stands at its spot in the assembly, and goes where the assembly turns', () => {
    const { assembly, marks, spots } = product();
    marks.show([pinned('a', [0.2, 0.7, -0.1])]);
    expect(spots()).toEqual([[0.2, 0.7, -0.1]]);
    assembly.rotation.x = Math.PI;
    assembly.updateMatrixWorld(true);
    const [pin] = assembly.children;
    const { x, y, z } = (pin as Sprite).getWorldPosition(new Vector3());
    expect([x, y, z].map((metres) => metres.toFixed(3))).toEqual(['0.200', '-0.700', '0.100']);
  });

  it('leaves out what is drawn on pictures', () => {
    const { marks, spots } = product();
    marks.show([
      {
        id: 'n',
        by: 'ann',
        surface: 'camera',
        colour: 'red',
        shape: { kind: 'number', at: [0, 0], value: 1 },
      },
    ]);
    expect(spots()).toEqual([]);
  });

  it('goes when it is taken back, and the others stay as they are', () => {
    const { assembly, marks, spots } = product();
    const [a, b] = [pinned('a', [0, 0, 0]), pinned('b', [1, 0, 0], 'Here')];
    marks.show([a, b]);
    const kept = assembly.children[1];
    marks.show([b]);
    expect(assembly.children).toEqual([kept]);
    marks.show([]);
    expect(spots()).toEqual([]);
  });

  it('gives its picture back to the graphics card when it goes', () => {
    const { assembly, marks } = product();
    marks.show([pinned('a', [0, 0, 0])]);
    const disposed = vi.fn();
    (assembly.children[0] as Sprite).material.map?.addEventListener('dispose', disposed);
    marks.dispose();
    expect(disposed).toHaveBeenCalledOnce();
    expect(assembly.children).toEqual([]);
  });

  it('lets a press through to the part behind it', () => {
    const { assembly, marks } = product();
    marks.show([pinned('a', [0, 0, 0])]);
    const ray = new Raycaster(new Vector3(0, 0.01, 1), new Vector3(0, 0, -1));
    expect(ray.intersectObject(assembly, true)).toEqual([]);
  });
});
