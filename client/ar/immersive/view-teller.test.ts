import { Group, PerspectiveCamera } from 'three';
import { expect, it } from 'vitest';
import type { ViewPose } from '#protocol/call/drawing';
import { ViewTeller } from './view-teller.ts';

it.each([
  ['60', 60],
  ['90', 90],
  ['10', 10],
])(
  'the view teller tells where the phone is twelve times a second at most, of %s pictures a second',
  (_name, rate) => {
    const told: ViewPose[] = [];
    const teller = new ViewTeller((view) => told.push(view));
    const phone = new PerspectiveCamera();
    for (let frame = 0; frame <= 10 * rate; frame++) {
      phone.position.x = frame / rate;
      phone.updateMatrixWorld(true);
      teller.follow((frame * 1000) / rate, new Group(), phone);
    }
    const perSecond = (told.length - 1) / 10;
    expect(perSecond).toBeLessThanOrEqual(12);
    expect(perSecond).toBeGreaterThanOrEqual(Math.min(rate, 9));
    expect(told.at(-1)?.position[0]).toBeCloseTo(10, 0);
  },
);
