import { Mesh, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideModel } from './guide-model.ts';
import { StepPlayer } from './step-player.ts';
import { openBoxModel } from './testing/box-model.ts';

const accent = 0xe8590c;

let model: GuideModel;
let node: string;
beforeEach(async () => {
  model = await openBoxModel('ashby-desk', accent);
  node = model.guide.steps[1]?.arrivals[0]?.nodes[0] ?? '';
});

const whereIs = () => model.boxOf(node, model.finishedBox()).getCenter(new Vector3());
const glow = () => {
  let strength = 0;
  model.holder(node)?.traverse((object) => {
    if (object instanceof Mesh && object.material.emissive.getHex() === accent)
      strength = object.material.emissiveIntensity;
  });
  return strength;
};

describe('a step that is played', () => {
  it('brings its pieces to their place, and rests when they are there', () => {
    const player = new StepPlayer(model, false);
    player.show(2);
    const start = whereIs();
    expect(player.advance(0.3)).toBe(true);
    expect(whereIs().distanceTo(start)).toBeGreaterThan(0.01);
    expect(player.advance(model.duration)).toBe(false);
    const end = whereIs();
    player.replay();
    expect(whereIs().distanceTo(start)).toBeLessThan(1e-6);
    player.advance(model.duration);
    expect(whereIs().distanceTo(end)).toBeLessThan(1e-6);
  });

  it('stands as it ends at once where nothing is to move', () => {
    const moving = new StepPlayer(model, false);
    moving.show(2);
    moving.advance(model.duration);
    const end = whereIs();
    const still = new StepPlayer(model, true);
    still.show(1);
    still.show(2);
    expect(whereIs().distanceTo(end)).toBeLessThan(1e-6);
    expect(still.advance(0)).toBe(false);
  });

  it('keeps its second while the product is pulled apart and put together', () => {
    const player = new StepPlayer(model, false);
    player.show(2);
    player.advance(0.3);
    const halfway = whereIs();
    player.explode(1);
    expect(whereIs().distanceTo(halfway)).toBeGreaterThan(0.01);
    player.explode(0);
    expect(whereIs().distanceTo(halfway)).toBeLessThan(1e-6);
  });
});

describe('a part somebody asked for', () => {
  it('pulses for a while, and holds a steady glow until the next step', () => {
    const player = new StepPlayer(model, false);
    player.show(model.guide.steps.length + 1);
    player.advance(0);
    expect(glow()).toBe(0);
    player.focus([node]);
    const seen = new Set<number>();
    for (let tenth = 0; tenth < 30; tenth++) {
      expect(player.advance(0.1)).toBe(true);
      seen.add(Math.round(glow() * 100));
    }
    expect(seen.size).toBeGreaterThan(5);
    expect(player.advance(5)).toBe(false);
    expect(glow()).toBeGreaterThan(0);
    player.show(model.guide.steps.length);
    expect(glow()).toBe(0);
  });
});
