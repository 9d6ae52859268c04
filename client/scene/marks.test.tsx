// @vitest-environment happy-dom
import { createPortal } from '@react-three/fiber';
import { Group, Raycaster, type Sprite, Vector3 } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '#protocol/call/drawing';
import { Marks } from './parts.tsx';
import { openScene } from './testing/scene-root.ts';

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

async function product() {
  const assembly = new Group();
  const scene = await openScene();
  const show = (marks: readonly Mark[]) =>
    scene.show(createPortal(<Marks marks={marks} extent={1.5} />, assembly));
  const spots = () => assembly.children.map(({ position }) => position.toArray());
  return { assembly, show, leave: scene.leave, spots };
}

describe('what staff pin to the product', () => {
  it('stands at its spot in the assembly, and goes where the assembly turns', async () => {
    const { assembly, show, spots } = await product();
    await show([pinned('a', [0.2, 0.7, -0.1])]);
    expect(spots()).toEqual([[0.2, 0.7, -0.1]]);
    assembly.rotation.x = Math.PI;
    assembly.updateMatrixWorld(true);
    const [pin] = assembly.children;
    const { x, y, z } = (pin as Sprite).getWorldPosition(new Vector3());
    expect([x, y, z].map((metres) => metres.toFixed(3))).toEqual(['0.200', '-0.700', '0.100']);
  });

  it('leaves out what is drawn on pictures', async () => {
    const { show, spots } = await product();
    await show([
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

  it('goes when it is taken back, and the others stay as they are', async () => {
    const { assembly, show, spots } = await product();
    const [a, b] = [pinned('a', [0, 0, 0]), pinned('b', [1, 0, 0], 'Here')] as const;
    await show([a, b]);
    const kept = assembly.children[1];
    await show([b]);
    expect(assembly.children).toEqual([kept]);
    await show([]);
    expect(spots()).toEqual([]);
  });

  it('gives its picture back to the graphics card when it goes', async () => {
    const { assembly, show, leave } = await product();
    await show([pinned('a', [0, 0, 0])]);
    const disposed = vi.fn();
    (assembly.children[0] as Sprite).material.map?.addEventListener('dispose', disposed);
    await leave();
    await vi.waitFor(() => expect(disposed).toHaveBeenCalledOnce());
    expect(assembly.children).toEqual([]);
  });

  it('lets a press through to the part behind it', async () => {
    const { assembly, show } = await product();
    await show([pinned('a', [0, 0, 0])]);
    const ray = new Raycaster(new Vector3(0, 0.01, 1), new Vector3(0, 0, -1));
    expect(ray.intersectObject(assembly, true)).toEqual([]);
  });
});
