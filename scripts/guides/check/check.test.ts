import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KHRDracoMeshCompression } from '@gltf-transform/extensions';
import { describe, expect, it } from 'vitest';
import type { Guide } from '#protocol/guide';
import { fromRoot } from '../../../server/paths.ts';
import { TestModel } from '../intake/testing/models.ts';
import { board } from '../solid.ts';
import { checkGuide } from './index.ts';

const shipped = fromRoot('assets', 'guides', 'fenwick-bookcase');

/** What the check says about the bookcase's guide after `change`. */
async function after(change: (guide: Guide) => unknown): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-guide-'));
  await cp(shipped, folder, { recursive: true });
  const guide = JSON.parse(await readFile(join(shipped, 'guide.json'), 'utf8')) as Guide;
  const changed = change(guide);
  const json = typeof changed === 'string' ? changed : JSON.stringify(guide);
  await writeFile(join(folder, 'guide.json'), json);
  return (await checkGuide(folder)).map(({ where, problem }) => `${where}: ${problem}`);
}

describe('a guide that ships', () => {
  it('has no findings', async () => {
    expect(await after(() => {})).toEqual([]);
  });
});

describe('a wrong guide is refused with the reason', () => {
  const cases: [what: string, change: (guide: Guide) => unknown, reason: RegExp][] = [
    ['broken JSON', () => '{"format": 1,', /guide\.json: no JSON/],
    ['a future format', (guide) => Object.assign(guide, { format: 2 }), /\/format: the guide is of format 2/],
    [
      'a field nobody knows',
      (guide) => Object.assign(guide, { price: 3 }),
      /guide\.json: must not have additional/,
    ],
    [
      'a node the model lacks',
      (guide) => guide.parts[0]?.nodes.push('ghost'),
      /node "ghost" is not in model\.glb/,
    ],
    ['a piece without a part', (guide) => guide.parts.pop(), /node "wall-bracket" belongs to no part/],
    [
      'a pose that is no number',
      (guide) => JSON.stringify(guide).replace('"distance":0.35', '"distance":null'),
      /distance: must be number/,
    ],
    [
      'a pose beyond all numbers',
      (guide) => JSON.stringify(guide).replace('"distance":0.35', '"distance":1e999'),
      /distance: must be/,
    ],
    [
      'a script in a label',
      (guide) => set(guide, 'A', '<script>alert(1)</script>'),
      /label\/en: must match pattern/,
    ],
    [
      'a label nobody translated',
      (guide) => set(guide, 'A', 'Left side', 'Left side'),
      /parts\.0\.label: "Left side" is not Chinese/,
    ],
    ['a piece never placed', (guide) => guide.steps.pop(), /"wall-bracket" is never placed/],
    [
      'a piece placed twice',
      (guide) => guide.steps[0]?.arrivals.push({ nodes: ['plinth'], direction: [1, 0, 0], distance: 0.1 }),
      /arrival of "plinth" stands more than once/,
    ],
    [
      'a piece left aside',
      (guide) => guide.steps.map((step) => step.moves.splice(0)),
      /"side-right" is put aside and never brought home/,
    ],
    [
      'more screws than the bag holds',
      (guide) => guide.hardware.map((item) => Object.assign(item, { count: 1 })),
      /hardware "dowel": the steps use \d+ and the bag holds 1/,
    ],
    ['a tool that is not listed', (guide) => guide.tools.splice(0), /tool "screwdriver" is not listed/],
    [
      'a slanted direction of length 2',
      (guide) => Object.assign(guide.steps[0]?.arrivals[0] ?? {}, { direction: [1, 1, 1] }),
      /has length 1\.732, not 1/,
    ],
    [
      'a shelf pushed in through the side',
      (guide) =>
        Object.assign(guide.steps.find((step) => step.id === 'shelves')?.arrivals[0] ?? {}, {
          direction: [1, 0, 0],
          distance: 1,
        }),
      /"shelf-1" passes through "side-left"/,
    ],
  ];
  it.each(cases)('%s', async (_what, change, reason) => {
    expect(await after(change)).toContainEqual(expect.stringMatching(reason));
  });
});

describe('a wrong model is refused with the reason', () => {
  it('is no glTF', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hexkey-guide-'));
    await cp(shipped, folder, { recursive: true });
    await writeFile(join(folder, 'model.glb'), 'not a model');
    expect(await checkGuide(folder)).toMatchObject([
      { where: 'model.glb', problem: expect.stringContaining('cannot be read') },
    ]);
  });

  it('is larger than what is read at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hexkey-guide-'));
    await cp(shipped, folder, { recursive: true });
    await writeFile(join(folder, 'model.glb'), Buffer.alloc(100_000_000));
    expect(await checkGuide(folder)).toMatchObject([
      { where: 'model.glb', problem: expect.stringContaining('100.0 MB') },
    ]);
  });

  it('holds what the page cannot load', async () => {
    const model = new TestModel();
    model.add('side-left', board(0.2, 0.1, 0.2), [0, 0.05, 0]);
    model.document.createExtension(KHRDracoMeshCompression).setRequired(true);
    expect(await withModel(await model.bytes())).toMatchObject([
      { where: 'model.glb', problem: expect.stringMatching(/cannot be read|cannot load it/) },
    ]);
  });

  it('gives a piece a name that the page turns into another', async () => {
    const model = new TestModel();
    const guide = JSON.parse(await readFile(join(shipped, 'guide.json'), 'utf8')) as Guide;
    const nodes = guide.parts.flatMap((part) => part.nodes);
    for (const [i, node] of nodes.entries())
      model.add(node === 'shelf-fixed' ? 'Shelf.001' : node, board(0.1, 0.1, 0.1), [i, 0.05, 0]);
    const folder = await mkdtemp(join(tmpdir(), 'hexkey-guide-'));
    await writeFile(
      join(folder, 'guide.json'),
      JSON.stringify(guide).replaceAll('"shelf-fixed"', '"Shelf.001"'),
    );
    await writeFile(join(folder, 'model.glb'), await model.bytes());
    expect(await checkGuide(folder)).toContainEqual(
      expect.objectContaining({
        where: 'node "Shelf.001"',
        problem: expect.stringContaining('the page does not find it'),
      }),
    );
  });

  it('puts one piece inside another, which the page moves apart', async () => {
    const model = new TestModel();
    const guide = JSON.parse(await readFile(join(shipped, 'guide.json'), 'utf8')) as Guide;
    const [first = '', ...rest] = guide.parts.flatMap((part) => part.nodes);
    const outer = model.add(first, board(0.1, 0.1, 0.1), [0, 0.05, 0]);
    for (const [i, node] of rest.entries())
      model.add(node, board(0.1, 0.1, 0.1), [i + 1, 0, 0], i === 0 ? outer : undefined);
    expect(await withModel(await model.bytes())).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining(`it lies inside "${first}"`) }),
    );
  });

  it('is small and would unpack to more than a phone holds', async () => {
    const bomb = glbOf({ asset, accessors: [{ count: 300_000_000, componentType: 5126, type: 'VEC3' }] });
    expect(bomb.byteLength).toBeLessThan(200);
    expect(await withModel(bomb)).toMatchObject([
      { where: 'model.glb', problem: expect.stringContaining('unpacks to 3600 MB') },
    ]);
  });

  it('hides its size behind compression', async () => {
    const packed = { count: 1_000_000_000, byteStride: 16, buffer: 0, byteLength: 8, mode: 'ATTRIBUTES' };
    const view = { buffer: 0, byteLength: 16, extensions: { EXT_meshopt_compression: packed } };
    expect(await withModel(glbOf({ asset, bufferViews: [view] }))).toMatchObject([
      { where: 'model.glb', problem: expect.stringContaining('unpacks to 16000 MB') },
    ]);
  });

  it('puts a node where no number is', async () => {
    const model = glbOf({ asset, nodes: [{ name: 'side-left', translation: [0, null, 0] }] });
    expect(await withModel(model)).toMatchObject([
      { where: 'model.glb', problem: expect.stringContaining('/nodes/0/translation/1: must be number') },
    ]);
  });
});

const asset = { version: '2.0' };

/** A GLB that holds nothing but its JSON. */
function glbOf(json: object): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const length = Math.ceil(text.byteLength / 4) * 4;
  const file = new Uint8Array(20 + length).fill(0x20);
  const view = new DataView(file.buffer);
  [0x46546c67, 2, file.byteLength, length, 0x4e4f534a].forEach((value, index) => {
    view.setUint32(index * 4, value, true);
  });
  file.set(text, 20);
  return file;
}

/** What the check says about the bookcase's guide with another model. */
async function withModel(model: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-guide-'));
  await cp(shipped, folder, { recursive: true });
  await writeFile(join(folder, 'model.glb'), model);
  return checkGuide(folder);
}

function set(guide: Guide, letter: string, en: string, zh = '左侧板') {
  const part = guide.parts.find((known) => known.letter === letter);
  if (part) part.label = { en, zh };
}
