import { Mesh } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideModel } from './guide-model.ts';
import { openBoxModel } from './testing/box-model.ts';

const accent = 0xe8590c;

describe('a part that is pointed at', () => {
  let model: GuideModel;
  let node: string;
  const glows = () => {
    const found: boolean[] = [];
    model.holder(node)?.traverse((object) => {
      if (object instanceof Mesh) found.push(object.material.emissive.getHex() === accent);
    });
    return found.every(Boolean);
  };
  beforeEach(async () => {
    model = await openBoxModel('ashby-desk', accent);
    model.showFinished();
    node = model.guide.steps[0]?.arrivals[0]?.nodes[0] ?? '';
  });

  it('glows until it is let go, whatever else is asked for and whatever step is shown', () => {
    expect(glows()).toBe(false);
    model.point([node]);
    expect(glows()).toBe(true);
    model.emphasise([]);
    model.showStep(4);
    model.showFinished();
    expect(glows()).toBe(true);
    model.point([]);
    expect(glows()).toBe(false);
  });

  it('stands out among the step’s own pieces, which glow as well', () => {
    const strength = () => {
      let found = 0;
      model.holder(node)?.traverse((object) => {
        if (object instanceof Mesh) found = object.material.emissiveIntensity;
      });
      return found;
    };
    model.showStep(0);
    model.pulse(undefined);
    const needed = strength();
    model.point([node]);
    expect(strength()).toBeGreaterThan(needed);
    model.pulse(0);
    expect(strength()).toBeGreaterThan(needed);
  });

  it('does not glow on because somebody had asked to see it meanwhile', () => {
    model.point([node]);
    model.emphasise([node]);
    model.point([]);
    expect(glows()).toBe(false);
  });

  it('leaves alone what was asked for besides', () => {
    model.emphasise([node]);
    model.point([]);
    expect(glows()).toBe(true);
  });
});
