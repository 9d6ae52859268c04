import { readFile } from 'node:fs/promises';
import { Box3 } from 'three';
import { strFromU8, unzipSync } from 'three/addons/libs/fflate.module.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { USDLoader } from 'three/addons/loaders/USDLoader.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseGuide } from '../../../server/guides/index.ts';
import { fromRoot } from '../../../server/paths.ts';
import { GuideModel } from '../guide-model.ts';
import { stepFile } from './step-file.ts';

async function openModel(slug: string): Promise<GuideModel> {
  const folder = fromRoot('assets', 'guides', slug);
  const parsed = parseGuide(await readFile(`${folder}/guide.json`, 'utf8'));
  if (!('guide' in parsed)) throw new Error(`${slug} is no guide`);
  const file = new Uint8Array(await readFile(`${folder}/model.glb`));
  const { scene } = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).parseAsync(file.buffer, '');
  return new GuideModel(parsed.guide, scene, 0xe8590c);
}

/** Names of the pieces in a model's step, as a USD layer writes them. */
const namesIn = (layer: string) =>
  new Set([...layer.matchAll(/def Xform "(\w+?)(?:_\d+)?"/g)].map(([, name]) => name));
const inUsd = (node: string) => node.replace(/[^a-z0-9_]/gi, '');

describe.each(['ashby-desk', 'vista-television'])('a step of %s for Quick Look', (slug) => {
  let model: GuideModel;
  beforeAll(async () => {
    model = await openModel(slug);
  });

  it('is an archive whose files lie unpacked at multiples of 64 bytes, the model first', async () => {
    const file = await stepFile(model, 3);
    const view = new DataView(file.buffer);
    const names: string[] = [];
    for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
      const [method, size] = [view.getUint16(at + 8, true), view.getUint32(at + 18, true)];
      const [nameLength, extraLength] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
      names.push(strFromU8(file.subarray(at + 30, at + 30 + nameLength)));
      const data = at + 30 + nameLength + extraLength;
      expect([method, data % 64]).toEqual([0, 0]);
      at = data + size;
    }
    expect(names[0]).toBe('model.usda');
    expect(names.length).toBeGreaterThan(3);
  });

  it('holds the pieces placed so far, and none that is still to come', async () => {
    const at = Math.ceil(model.guide.steps.length / 2);
    const layers = unzipSync(await stepFile(model, at));
    const names = namesIn(strFromU8(layers['model.usda'] as Uint8Array));
    for (const [index, step] of model.guide.steps.entries()) {
      for (const node of step.arrivals.flatMap(({ nodes }) => nodes)) {
        expect([node, names.has(inUsd(node))]).toEqual([node, index < at]);
      }
    }
  });

  it('is read back with the finished product’s true size', async () => {
    const file = await stepFile(model, model.guide.steps.length + 1);
    const box = new Box3().setFromObject(new USDLoader().parse(file.buffer));
    const wanted = model.finishedBox();
    for (const axis of ['x', 'y', 'z'] as const) {
      const [size, trueSize] = [box.max[axis] - box.min[axis], wanted.max[axis] - wanted.min[axis]];
      expect(size).toBeGreaterThan(trueSize - 0.001);
      // Heads of screws stand out a little.
      expect(size).toBeLessThan(trueSize + 0.1);
    }
  });
});
