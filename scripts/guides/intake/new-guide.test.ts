import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EXTMeshGPUInstancing,
  KHRDracoMeshCompression,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsUnlit,
  KHRMeshQuantization,
} from '@gltf-transform/extensions';
import { meshopt, quantize } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import sharp from 'sharp';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../../server/paths.ts';
import { checkGuide } from '../check/index.ts';
import { board, drilled, joined, rod } from '../solid.ts';
import { type NewGuide, type NewGuideOptions, newGuide, slugFrom } from './new-guide.ts';
import { TestModel } from './testing/models.ts';

const settings: NewGuideOptions = {
  slug: 'try',
  languages: ['en', 'zh'],
  acceptWords: true,
  ask: async () => true,
  progress: () => {},
};

const made = async (model: TestModel, options: Partial<NewGuideOptions> = {}): Promise<NewGuide> =>
  newGuide(await model.bytes(), 'thing.glb', { ...settings, ...options });

/** What `guides:check` says of the guide, as its author would run it. */
async function faultsOf({ guide, model }: NewGuide): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-new-guide-'));
  await cp(fromRoot('assets', 'guides', 'beacon-router', 'thumbnail.png'), join(folder, 'thumbnail.png'));
  await writeFile(join(folder, 'guide.json'), JSON.stringify(guide));
  await writeFile(join(folder, 'model.glb'), model);
  return (await checkGuide(folder)).map(({ where, problem }) => `${where}: ${problem}`);
}

const sizeOf = ({ bodies }: NewGuide, node: string) =>
  bodies
    .find((body) => body.node === node)
    ?.box.getSize(new Vector3())
    .toArray()
    .map((length) => Math.round(length * 1000));

/** A seat on four legs, its origin wherever, in metres times `unit`, along Y or Z. */
function stool({ unit = 1, zUp = false, at = 0, names = true } = {}): TestModel {
  const model = new TestModel();
  const turned = (x: number, y: number, z: number): [number, number, number] => {
    const [a, b, c] = [x * unit + at, y * unit + at, z * unit + at];
    return zUp ? [a, c, b] : [a, b, c];
  };
  const scaled = (w: number, h: number, d: number) =>
    zUp ? board(w * unit, d * unit, h * unit, 0) : board(w * unit, h * unit, d * unit, 0);
  model.add(names ? 'seat' : '', scaled(0.4, 0.03, 0.3), turned(0, 0.465, 0));
  for (const [i, [x, z]] of [
    [-0.17, -0.12],
    [0.17, -0.12],
    [-0.17, 0.12],
    [0.17, 0.12],
  ].entries())
    model.add(names ? `leg.00${i + 1}` : '', scaled(0.04, 0.45, 0.04), turned(x ?? 0, 0.225, z ?? 0));
  return model;
}

describe('names', () => {
  it.each([
    ['Küchen/Regal: Seite [links]', 'Küchen/Regal: Seite [links]'],
    ['Torus.001', 'Torus'],
    ['dowel plate#1:9:6:8:7', 'Dowel plate'],
    ['leg (2)', 'Leg'],
  ])('keeps "%s" as the author wrote it, and the page finds the part', async (name, label) => {
    const model = stool();
    model.document.getRoot().listNodes()[0]?.setName(name);
    const guide = await made(model);
    expect(guide.guide.parts.map((part) => part.label.en)).toContain(label);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('gives a Chinese name a Chinese label', async () => {
    const model = stool();
    model.document.getRoot().listNodes()[0]?.setName('座面');
    const { guide } = await made(model);
    expect(guide.parts[0]?.label).toEqual({ en: 'Seat', zh: '座面' });
  });

  it('tells parts of one name apart, and names what nobody named by its letter', async () => {
    const model = new TestModel();
    for (const [i, width] of [0.5, 0.4, 0.3].entries())
      model.add(i < 2 ? 'panel' : '', board(width, 0.02, 0.3), [0, 0.01 + i * 0.02, 0]);
    const guide = await made(model);
    expect(new Set(guide.guide.parts.map(({ id }) => id)).size).toBe(3);
    expect(guide.guide.parts.map(({ label }) => label.en)).toEqual(['Panel', 'Panel', 'Part C']);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('reads a slug from a file that is called by its product, and none from one that is not', () => {
    expect(slugFrom('Oak Table (v2).glb')).toBe('oak-table-v2');
    for (const file of ['model.glb', 'untitled-3.glb', '模型.glb', '12345.glb', '.glb'])
      expect(slugFrom(file)).toBeUndefined();
  });
});

describe('what is drawn is what is taken', () => {
  it('finds a mesh inside a mesh inside a mesh, squeezed and mirrored, each a piece of its own', async () => {
    const model = new TestModel();
    const outer = model.add('outer', board(0.4, 0.4, 0.4, 0)).setScale([2, 0.5, 1]);
    const middle = model.add('middle', board(0.4, 0.4, 0.4, 0), [0, 0.4, 0], outer).setScale([-0.5, 1, 1]);
    model.add('inner', board(0.4, 0.4, 0.4, 0), [0, 0.4, 0], middle);
    const guide = await made(model);
    expect([sizeOf(guide, 'outer'), sizeOf(guide, 'middle'), sizeOf(guide, 'inner')]).toEqual([
      [800, 200, 400],
      [400, 200, 400],
      [400, 200, 400],
    ]);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('shows the default scene of several, and says so', async () => {
    const model = stool();
    const other = model.document.createScene('spare parts');
    model.document.getRoot().setDefaultScene(model.scene);
    other.addChild(
      model.document.createNode('spare').setMesh(model.document.getRoot().listMeshes()[0] ?? null),
    );
    const { guide, notes } = await made(model);
    expect(guide.parts.flatMap(({ nodes }) => nodes)).toHaveLength(5);
    expect(notes.join()).toContain('2 scenes');
  });

  it('expands instances', async () => {
    const model = new TestModel();
    model.add('top', board(0.6, 0.02, 0.4), [0, 0.41, 0]);
    const places = Float32Array.from([-0.2, 0.2, 0, 0.2, 0.2, 0]);
    const instances = model.document.createExtension(EXTMeshGPUInstancing).createInstancedMesh();
    model
      .add('leg', board(0.04, 0.4, 0.04))
      .setExtension(
        'EXT_mesh_gpu_instancing',
        instances.setAttribute('TRANSLATION', model.accessor('VEC3', places)),
      );
    const guide = await made(model);
    expect(guide.guide.parts.find(({ id }) => id === 'leg')?.nodes).toHaveLength(2);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('reads strips, shapes without an index, and leaves lines out', async () => {
    const model = new TestModel();
    model.add('block', board(0.2, 0.1, 0.2), [0, 0.05, 0]);
    const strip = Float32Array.from([-0.1, 0.1, 0.1, 0.1, 0.1, 0.1, -0.1, 0.1, -0.1, 0.1, 0.1, -0.1]);
    model.addTriangles('sheet', strip, undefined).getMesh()?.listPrimitives()[0]?.setMode(5);
    const loose = Float32Array.from([-0.1, 0.1, 0, 0.1, 0.1, 0, 0, 0.3, 0]);
    model.addTriangles('flag', loose, undefined);
    model.addTriangles('axis', loose, undefined).getMesh()?.listPrimitives()[0]?.setMode(1);
    const guide = await made(model);
    expect(guide.bodies.map(({ node }) => node).sort()).toEqual(['block', 'flag', 'sheet']);
    expect(guide.notes.join()).toContain('Lines and points');
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('takes a skinned mesh in the pose that the file stands in, and says so', async () => {
    const model = new TestModel();
    model.add('foot', board(0.3, 0.1, 0.3), [0, 0.05, 0]);
    const arm = model.add('arm', board(0.1, 0.2, 0.1, 0));
    const count = arm.getMesh()?.listPrimitives()[0]?.getAttribute('POSITION')?.getCount() ?? 0;
    const bone = model.document.createNode('bone').setTranslation([0, 0.2, 0]);
    model.scene.addChild(bone);
    const weights = Float32Array.from({ length: count * 4 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    arm
      .getMesh()
      ?.listPrimitives()[0]
      ?.setAttribute('JOINTS_0', model.accessor('VEC4', new Uint16Array(count * 4)))
      .setAttribute('WEIGHTS_0', model.accessor('VEC4', weights));
    arm.setSkin(model.document.createSkin().addJoint(bone)).setTranslation([5, 5, 5]);
    const guide = await made(model);
    expect(guide.bodies.find(({ node }) => node === 'arm')?.box.min.y).toBeCloseTo(0.1, 3);
    expect(guide.notes.join()).toContain('skeleton');
  });

  it('splits a model of one mesh into its loose pieces', async () => {
    const model = new TestModel();
    model.add(
      '',
      joined(
        board(0.4, 0.02, 0.4, 0).translate([0, 0.5, 0]),
        board(0.04, 0.4, 0.04, 0).translate([0, 0.2, 0]),
      ),
    );
    const guide = await made(model);
    expect(guide.bodies).toHaveLength(2);
    expect(guide.notes.join()).toContain('2 loose pieces');
  });

  it.each<[what: string, pack: (model: TestModel) => Promise<unknown>]>([
    ['Draco', async ({ document }) => document.createExtension(KHRDracoMeshCompression).setRequired(true)],
    ['meshopt', async ({ document }) => document.transform(meshopt({ encoder: MeshoptEncoder }))],
    [
      'quantised numbers',
      async ({ document }) => {
        document.createExtension(KHRMeshQuantization).setRequired(true);
        await document.transform(quantize());
      },
    ],
  ])('reads %s and writes what the page reads', async (_what, pack) => {
    const model = stool();
    await MeshoptEncoder.ready;
    await pack(model);
    const guide = await made(model);
    expect(guide.bodies).toHaveLength(5);
    expect(await faultsOf(guide)).toEqual([]);
  });
});

describe('surfaces', () => {
  const photo = async (format: 'webp' | 'png') =>
    new Uint8Array(
      await sharp({ create: { width: 900, height: 900, channels: 3, background: '#a06030' } })
        .toFormat(format)
        .toBuffer(),
    );

  async function withTexture(mimeType: string, image: Uint8Array): Promise<TestModel> {
    const model = stool();
    const texture = model.document
      .createTexture('wood')
      .setImage(image as Uint8Array<ArrayBuffer>)
      .setMimeType(mimeType);
    const [seat] = model.document.getRoot().listMeshes();
    const [primitive] = seat?.listPrimitives() ?? [];
    const count = primitive?.getAttribute('POSITION')?.getCount() ?? 0;
    primitive?.setAttribute(
      'TEXCOORD_0',
      model.accessor(
        'VEC2',
        Float32Array.from({ length: count * 2 }, (_, i) => (i % 7) / 7),
      ),
    );
    primitive?.setMaterial(model.document.createMaterial('oak').setBaseColorTexture(texture));
    return model;
  }

  it('turns a WebP picture into one that every phone shows, within the budget', async () => {
    const guide = await made(await withTexture('image/webp', await photo('webp')));
    expect(guide.notes.join()).toContain('512 pixels');
    expect(guide.model.byteLength).toBeLessThan(100_000);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('goes without a picture that nothing reads, and says so', async () => {
    const guide = await made(await withTexture('image/png', Uint8Array.of(1, 2, 3)));
    expect(guide.notes.join()).toContain('could not be read');
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('makes ordinary surfaces of unlit and of glossy ones, which can glow', async () => {
    const model = stool();
    const [seat, leg] = model.document.getRoot().listMeshes();
    const unlit = model.document.createExtension(KHRMaterialsUnlit).createUnlit();
    const glossy = model.document
      .createExtension(KHRMaterialsPBRSpecularGlossiness)
      .createPBRSpecularGlossiness()
      .setDiffuseFactor([0, 1, 0, 1]);
    seat
      ?.listPrimitives()[0]
      ?.setMaterial(
        model.document
          .createMaterial('flat')
          .setBaseColorFactor([1, 0, 0, 1])
          .setExtension('KHR_materials_unlit', unlit),
      );
    leg
      ?.listPrimitives()[0]
      ?.setMaterial(
        model.document.createMaterial('shiny').setExtension('KHR_materials_pbrSpecularGlossiness', glossy),
      );
    const guide = await made(model);
    const header = Buffer.from(guide.model).toString('latin1');
    expect(header).not.toMatch(/unlit|SpecularGlossiness/);
    expect(header).toContain('"baseColorFactor":[0,1,0,1]');
    expect(await faultsOf(guide)).toEqual([]);
  });
});

describe('size and place', () => {
  it.each([
    ['millimetres', 1000, 'mm', '400 m'],
    ['centimetres', 100, 'cm', '48 m'],
  ])('proposes %s for a stool that would be a tower', async (_what, unit, name) => {
    const asked: string[] = [];
    const ask = async (question: string) => asked.push(question) > 0;
    const guide = await made(stool({ unit }), { ask });
    expect(asked.join()).toMatch(/long in metres: \w+\?/);
    expect(sizeOf(guide, 'seat')).toEqual([400, 30, 300]);
    expect(name).toBeTruthy();
  });

  it('refuses in a sentence with the options to say, where nobody answers', async () => {
    await expect(made(stool({ unit: 1000 }), { ask: async () => false })).rejects.toThrow(
      /say --unit mm, or another of/,
    );
  });

  it('takes the unit that is said without asking', async () => {
    const guide = await made(stool({ unit: 39.37 }), { metres: 0.0254, ask: async () => false });
    expect(sizeOf(guide, 'seat')).toEqual([400, 30, 300]);
  });

  it('stands what was modelled with Z up on its feet, by its names', async () => {
    const model = stool({ zUp: true });
    model.document.getRoot().listNodes()[0]?.setName('table top');
    const guide = await made(model);
    expect(sizeOf(guide, 'table-top')).toEqual([400, 30, 300]);
  });

  it('brings what stands far from the origin home, on the floor', async () => {
    const guide = await made(stool({ at: 4096 }));
    const lowest = Math.min(...guide.bodies.map(({ box }) => box.min.y));
    expect(lowest).toBeCloseTo(0, 3);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('takes sheets of a tenth of a millimetre', async () => {
    const model = stool();
    model.add('foil', board(0.3, 0.0001, 0.2, 0), [0, 0.48005, 0]);
    expect(await faultsOf(await made(model))).toEqual([]);
  });
});

describe('parts in one another', () => {
  it('finds dowels that fill their holes, counts and measures them', async () => {
    const model = new TestModel();
    const holes: [number, number, number][] = [
      [-0.1, 0.02, 0],
      [0.1, 0.02, 0],
    ];
    model.add('base', drilled(board(0.4, 0.04, 0.1), 0.008, 0.03, 'y', holes), [0, 0.02, 0]);
    model.add(
      'rail',
      drilled(
        board(0.4, 0.04, 0.1),
        0.008,
        0.03,
        'y',
        holes.map(([x, , z]) => [x, -0.02, z]),
      ),
      [0, 0.06, 0],
    );
    for (const [x] of holes) model.add('', rod(0.008, 0.03, 'y'), [x, 0.04, 0]);
    const guide = await made(model);
    expect(guide.guide.hardware).toMatchObject([{ kind: 'dowel', count: 2 }]);
    expect(guide.guide.hardware[0]?.length).toBeCloseTo(0.03, 3);
    expect(guide.guide.steps[0]?.fasteners).toHaveLength(2);
    expect(guide.guide.steps[0]?.fasteners[0]?.direction).toEqual([0, -1, 0]);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('takes a screw in solid wood for a fastener by its name, and drives it last', async () => {
    const model = new TestModel();
    model.add('base', board(0.4, 0.04, 0.1), [0, 0.02, 0]);
    model.add('lid', board(0.4, 0.02, 0.1), [0, 0.05, 0]);
    model.add(
      'Screw M4x30',
      rod(0.004, 0.03, 'y').add(rod(0.008, 0.002, 'y').translate([0, 0.015, 0])),
      [0, 0.045, 0],
    );
    const { guide } = await made(model);
    expect(guide.hardware).toMatchObject([{ kind: 'screw', count: 1, tool: 'screwdriver' }]);
    expect(guide.steps.at(-1)?.fasteners).toMatchObject([{ direction: [0, -1, 0] }]);
  });

  it('lists panels that overlap as joints with their depth, and the check allows them', async () => {
    const model = new TestModel();
    model.add('side', board(0.02, 0.6, 0.3), [0, 0.3, 0]);
    model.add('shelf', board(0.4, 0.02, 0.3), [0.2, 0.3, 0]);
    const guide = await made(model);
    expect(guide.guide.joints).toHaveLength(1);
    expect(guide.joints[0]?.depth).toBeCloseTo(0.01, 3);
    expect(await faultsOf(guide)).toEqual([]);
  });

  it('plans open and torn surfaces too', async () => {
    const model = stool();
    const [seat] = model.document.getRoot().listMeshes();
    const indices = seat?.listPrimitives()[0]?.getIndices();
    indices?.setArray(Uint32Array.from(indices.getArray()?.slice(0, -6) ?? []));
    expect(await faultsOf(await made(model))).toEqual([]);
  });
});

describe('what cannot become a guide', () => {
  it('is one single piece', async () => {
    const model = new TestModel();
    model.add('ball', board(0.1, 0.1, 0.1));
    await expect(made(model)).rejects.toThrow(/is one single piece and a guide needs at least two/);
  });

  it('has points that are no numbers', async () => {
    const model = stool();
    model.document
      .getRoot()
      .listMeshes()[0]
      ?.listPrimitives()[0]
      ?.getAttribute('POSITION')
      ?.setElement(0, [Number.NaN, 0, 0]);
    await expect(made(model)).rejects.toThrow(/has points that are no numbers in "seat"/);
  });

  it('has more parts than a phone draws', async () => {
    const model = new TestModel();
    for (let i = 0; i < 70; i++)
      model.add(`block ${'abcdefghij'[i % 10]}${i}x`, board(0.02, 0.02, 0.02), [i * 0.02, 0.01, 0]);
    await expect(made(model)).rejects.toThrow(/has 70 parts and a phone draws 60/);
  });
});

it('simplifies half a million triangles to the budget and says what was lost', async () => {
  const model = stool();
  const steps = 500;
  const positions = new Float32Array((steps + 1) ** 2 * 3);
  const indices: number[] = [];
  for (let row = 0; row <= steps; row++) {
    for (let column = 0; column <= steps; column++) {
      const [x, z] = [column / steps - 0.5, row / steps - 0.5];
      const at = row * (steps + 1) + column;
      positions.set([x * 0.3, 0.481 + 0.01 * Math.cos(9 * x) * Math.cos(7 * z), z * 0.2], at * 3);
      if (row < steps && column < steps)
        indices.push(at, at + steps + 1, at + 1, at + 1, at + steps + 1, at + steps + 2);
    }
  }
  model.addTriangles('cushion', positions, Uint32Array.from(indices));
  const guide = await made(model);
  expect(guide.notes.join()).toMatch(/simplified from 500\d{3} to \d+ triangles/);
  expect(await faultsOf(guide)).toEqual([]);
}, 60_000);

it('asks for no language that the shop does not speak', async () => {
  const guide = await made(stool(), { languages: ['en'] });
  expect(guide.guide.languages).toEqual(['en']);
  expect(JSON.stringify(guide.guide)).not.toMatch(/\p{Script=Han}/u);
  expect(await faultsOf(guide)).toEqual([]);
});
