// @vitest-environment happy-dom
import { InstancedMesh, type Mesh, type Object3D } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StepArrows } from '../ar/arrows.ts';
import type { GuideModel } from '../ar/guide-model.ts';
import { openBoxModel } from '../ar/testing/box-model.ts';
import { StepScene, type StepSceneProps } from './StepScene.tsx';
import { openScene } from './testing/scene-root.ts';

let model: GuideModel;
beforeEach(async () => {
  model = await openBoxModel('ashby-desk', 0xe8590c);
});

async function openStep(changes: Partial<StepSceneProps> = {}) {
  const layer = document.createElement('div');
  const onShown = vi.fn();
  let props: StepSceneProps = {
    model,
    place: 1,
    repeats: 0,
    apart: 0,
    asked: undefined,
    pointed: [],
    marks: [],
    measures: null,
    resting: false,
    still: true,
    layer,
    onTap: () => {},
    onShown,
    ...changes,
  };
  const scene = await openScene();
  const change = (changed: Partial<StepSceneProps>) => {
    props = { ...props, ...changed };
    return scene.show(<StepScene {...props} />);
  };
  await change({});
  await vi.waitFor(() => expect(onShown).toHaveBeenCalled());
  const letters = () => [...layer.querySelectorAll('span')].map(({ textContent }) => textContent);
  const figures = () => [...layer.querySelectorAll('b')].map(({ textContent }) => textContent);
  return { ...scene, change, layer, letters, figures };
}

const arrows = () => model.assembly.children.find((child) => child instanceof StepArrows);
const lettersOf = (place: number) => {
  const { steps, parts } = model.guide;
  const nodes = steps[place - 1]?.arrivals.flatMap(({ nodes }) => nodes) ?? [];
  return [...new Set(nodes.map((node) => parts.find((part) => part.nodes.includes(node))?.letter))];
};

describe('a guide’s scene', () => {
  it('shows a step’s letters and ways in, and another’s when the guide goes on', async () => {
    const { change, letters } = await openStep();
    expect(letters()).toEqual(lettersOf(1));
    expect(arrows()?.step).toBe(model.guide.steps[0]);
    await change({ place: 2 });
    expect(letters()).toEqual(lettersOf(2));
    expect(arrows()?.step).toBe(model.guide.steps[1]);
  });

  it('shows the finished product without letters or arrows', async () => {
    const { change, letters } = await openStep();
    await change({ place: model.guide.steps.length + 1 });
    expect(letters()).toEqual([]);
    expect(arrows()?.step).toBeNull();
    expect(model.guide.parts.every(({ nodes }) => nodes.every((node) => model.holder(node)))).toBe(true);
  });

  it('writes how large the product is only when it is asked', async () => {
    const { change, figures, layer } = await openStep();
    await change({ measures: (metres) => `${metres.toFixed(0)} m` });
    expect(figures()).toHaveLength(3);
    expect(layer.querySelector('b')?.parentElement?.hidden).toBe(false);
    await change({ measures: null });
    expect(layer.querySelector('b')?.parentElement?.hidden).toBe(true);
  });

  it('hides arrows while the product is pulled apart', async () => {
    const { change } = await openStep();
    await change({ apart: 0.5 });
    expect(arrows()?.visible).toBe(false);
    await change({ apart: 0 });
    expect(arrows()?.visible).toBe(true);
  });

  it('leaves the model alone while that is in the room, and shows the step anew when it is back', async () => {
    const { change, letters } = await openStep();
    await change({ resting: true });
    expect(letters()).toEqual([]);
    model.showFinished();
    await change({ pointed: [model.guide.parts[0]?.nodes[0] ?? ''] });
    expect(model.assembly.quaternion.w).toBe(1);
    await change({ resting: false });
    expect(letters()).toEqual(lettersOf(1));
  });

  it('draws nothing more once nothing moves', async () => {
    const { frames } = await openStep();
    const drawn = frames();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(frames()).toBe(drawn);
  });

  it('gives its own parts back when it goes, and leaves the model whole', async () => {
    const { leave, layer } = await openStep();
    const [arrow] = (arrows()?.children ?? []) as Mesh[];
    const disposed = vi.fn();
    arrow?.geometry.addEventListener('dispose', disposed);
    const kept = vi.fn();
    model.assembly.traverse((object: Object3D) => {
      if (object instanceof InstancedMesh) object.geometry.addEventListener('dispose', kept);
    });
    await leave();
    await vi.waitFor(() => expect(disposed).toHaveBeenCalled());
    expect(layer.children).toHaveLength(0);
    expect(arrows()).toBeUndefined();
    expect(model.assembly.parent).toBe(model.group);
    expect(kept).not.toHaveBeenCalled();
  });
});
