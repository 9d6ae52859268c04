import { describe, expect, it } from 'vitest';
import { openContainer } from './container.ts';
import { documentOf } from './document.ts';
import { glbOf } from './testing/models.ts';

const text = (words: string) => new TextEncoder().encode(words);
const asset = { version: '2.0' };
const whole = glbOf({ asset, nodes: [] });

/** What the author is told. */
const said = (bytes: Uint8Array): string => {
  try {
    openContainer(bytes, 'chair.glb');
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a file that is no whole model is refused in one sentence that says what to do', () => {
  const claimsTwoGigabytes = whole.slice();
  new DataView(claimsTwoGigabytes.buffer).setUint32(8, 2_147_483_647, true);
  const older = whole.slice();
  new DataView(older.buffer).setUint32(4, 1, true);
  const cyclic = { asset, nodes: [{ children: [1] }, { children: [0] }] };
  const accessor = { count: 3, componentType: 5126, type: 'VEC3' };

  it.each<[what: string, bytes: Uint8Array, reason: RegExp]>([
    ['nothing', new Uint8Array(), /is empty: export it again/],
    ['a web page', text('<!DOCTYPE html><title>Sign in</title>'), /is a web page.*download the model itself/],
    ['a pointer to a large file', text('version https://git-lfs.github.com/spec/v1'), /git lfs pull/],
    ['an archive', text('PK\u0003\u0004 chair'), /ZIP archive: unpack it/],
    ['text', text('{"asset":{"version":"2.0"}}'), /is text.*export it as one glTF 2\.0 binary/],
    ['anything else', text('never a model'), /is no GLB/],
    ['an older glTF', older, /is glTF 1\.0: export it as glTF 2\.0/],
    ['half of it', whole.slice(0, 30), /is cut off/],
    [
      'a header that claims two gigabytes',
      claimsTwoGigabytes,
      /is cut off \(it says 2\.1 GB and has \d+ B\)/,
    ],
    ['broken JSON', glbOf('{"asset":'), /its header is no JSON/],
    [
      'numbers that are none',
      glbOf('{"asset":{"version":"2.0"},"nodes":[{"translation":[0,NaN,0]}]}'),
      /NaN/,
    ],
    ['a list that is none', glbOf({ asset, nodes: 'many' }), /its list of nodes is not as glTF 2\.0 has it/],
    [
      'shapes in another file',
      glbOf({ asset, buffers: [{ byteLength: 8, uri: 'chair.bin' }] }),
      /another file \("chair\.bin"\): export everything into one/,
    ],
    ['a node inside itself', glbOf(cyclic), /points at contents that it does not have/],
    ['a mesh that is not there', glbOf({ asset, nodes: [{ mesh: 4 }] }), /points at contents/],
    [
      'a shape beyond its buffer',
      glbOf(
        { asset, buffers: [{ byteLength: 4 }], bufferViews: [{ buffer: 0, byteLength: 400 }] },
        new Uint8Array(4),
      ),
      /points at contents/,
    ],
    [
      'more than memory holds',
      glbOf({ asset, accessors: [{ ...accessor, count: 300_000_000 }] }),
      /unpacks to 3\.6 GB/,
    ],
  ])('%s', (_what, bytes, reason) => {
    const sentence = said(bytes);
    expect(sentence).toMatch(reason);
    expect(sentence).toMatch(/^chair\.glb [^\n]+\.$/);
    expect(sentence).not.toMatch(/\/\d|Error|undefined/);
  });

  it('needs an extension that is not read here', async () => {
    const container = openContainer(glbOf({ asset, extensionsRequired: ['EXT_clouds'] }), 'chair.glb');
    await expect(documentOf(container, 'chair.glb')).rejects.toThrow(
      'chair.glb needs the glTF extension EXT_clouds, which is not read here: export it without.',
    );
  });
});

it('the reader of GLB files takes a model whose header was not padded', () => {
  const bytes = glbOf(
    { asset: { ...asset, generator: 'Careless' }, buffers: [{ byteLength: 4 }], scenes: [{ nodes: [] }] },
    Uint8Array.of(1, 2, 3, 4),
    false,
  );
  expect(bytes.byteLength % 4).not.toBe(0);
  expect(openContainer(bytes, 'chair.glb').binary).toEqual(Uint8Array.of(1, 2, 3, 4));
});
