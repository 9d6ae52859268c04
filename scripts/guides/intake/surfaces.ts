import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import type { Material, Texture } from '@gltf-transform/core';
import type { PBRSpecularGlossiness, Transform } from '@gltf-transform/extensions';
import sharp, { type Sharp } from 'sharp';

type Colour = [number, number, number, number];

/** A picture as the page takes it. */
export interface PagePicture {
  image: Uint8Array<ArrayBuffer>;
  mimeType: 'image/jpeg' | 'image/png';
}

/** How a surface looks, in the terms of glTF's own material: every highlight of the page works on it. */
export interface ModelSurface {
  name: string;
  /** Linear RGB and opacity. */
  colour: Colour;
  roughness: number;
  metal: number;
  doubleSided: boolean;
  alphaMode: 'OPAQUE' | 'MASK' | 'BLEND';
  /** The base colour's picture as the file has it. */
  texture: Texture | undefined;
  /** Turns a corner's place in the picture into the one that is drawn. */
  placeInPicture: (u: number, v: number) => [number, number];
}

const plain: ModelSurface = {
  name: 'plain',
  colour: [0.6, 0.58, 0.54, 1],
  roughness: 0.6,
  metal: 0,
  doubleSided: false,
  alphaMode: 'OPAQUE',
  texture: undefined,
  placeInPicture: (u, v) => [u, v],
};

/** Unlit, specular-glossiness and missing materials as ordinary ones; everything but colour and shine is left out. */
export function surfaceOf(material: Material | undefined): ModelSurface {
  if (!material) return plain;
  const glossy = material.getExtension<PBRSpecularGlossiness>('KHR_materials_pbrSpecularGlossiness');
  const texture = (glossy ? glossy.getDiffuseTexture() : material.getBaseColorTexture()) ?? undefined;
  const info = glossy ? glossy.getDiffuseTextureInfo() : material.getBaseColorTextureInfo();
  const unlit = material.getExtension('KHR_materials_unlit') !== null;
  const colour = (glossy ? glossy.getDiffuseFactor() : material.getBaseColorFactor()).map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as Colour;
  return {
    name: material.getName() || 'surface',
    colour,
    roughness: glossy ? 1 - glossy.getGlossinessFactor() : unlit ? 0.9 : material.getRoughnessFactor(),
    // Metal needs surroundings to mirror; a part that is all mirror would be black in a plain room.
    metal: glossy || unlit ? 0 : Math.min(0.8, material.getMetallicFactor()),
    doubleSided: material.getDoubleSided(),
    alphaMode: material.getAlphaMode() as ModelSurface['alphaMode'],
    texture: texture?.getImage() ? texture : undefined,
    placeInPicture: placeBy(info?.getExtension<Transform>('KHR_texture_transform') ?? undefined),
  };
}

function placeBy(transform: Transform | undefined): ModelSurface['placeInPicture'] {
  if (!transform) return plain.placeInPicture;
  const [[dx, dy], [sx, sy], turn] = [transform.getOffset(), transform.getScale(), transform.getRotation()];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (u, v) => [u * sx * cos + v * sy * sin + dx, -u * sx * sin + v * sy * cos + dy];
}

/**
 * A texture as JPEG, or PNG where it is seen through, no side longer than `most` pixels; `undefined` where nothing here
 * reads it.
 */
export async function pictureOf(
  texture: Texture,
  most: number,
  seenThrough: boolean,
): Promise<PagePicture | undefined> {
  const image = texture.getImage();
  if (!image) return undefined;
  try {
    const source = isKtx2(image) ? await openKtx2(image) : sharp(image, { limitInputPixels: 64_000_000 });
    const small = source.resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true });
    return seenThrough
      ? { image: Uint8Array.from(await small.png({ palette: true }).toBuffer()), mimeType: 'image/png' }
      : {
          image: Uint8Array.from(
            await small.flatten({ background: '#ffffff' }).jpeg({ quality: 78 }).toBuffer(),
          ),
          mimeType: 'image/jpeg',
        };
  } catch {
    // A picture that cannot be read costs the guide its picture, not the guide: the caller says so.
    return undefined;
  }
}

/** The mean of a picture in linear RGB, to stand for it where it does not fit. */
export async function meanColour(picture: PagePicture): Promise<[number, number, number]> {
  const { channels } = await sharp(picture.image).stats();
  const [red = 0.5, green = 0.5, blue = 0.5] = channels.map(({ mean }) => (mean / 255) ** 2.2);
  return [red, green, blue];
}

const isKtx2 = (image: Uint8Array) =>
  image[0] === 0xab && image[1] === 0x4b && image[2] === 0x54 && image[3] === 0x58;

/** What of the Basis transcoder is used: three ships it for browsers, and it runs here too. */
interface BasisModule {
  initializeBasis(): void;
  KTX2File: new (
    bytes: Uint8Array,
  ) => {
    isValid(): boolean;
    getWidth(): number;
    getHeight(): number;
    startTranscoding(): number;
    getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
    transcodeImage(
      to: Uint8Array,
      level: number,
      layer: number,
      face: number,
      format: number,
      flags: number,
      first: number,
      second: number,
    ): number;
    close(): void;
    delete(): void;
  };
}
/** The transcoder's name for four bytes a pixel. */
const rgba32 = 13;
let transcoder: Promise<BasisModule> | undefined;

async function openTranscoder(): Promise<BasisModule> {
  const folder = 'three/examples/jsm/libs/basis';
  const { resolve } = createRequire(import.meta.url);
  const [script, wasmBinary] = await Promise.all([
    readFile(resolve(`${folder}/basis_transcoder.js`), 'utf8'),
    readFile(resolve(`${folder}/basis_transcoder.wasm`)),
  ]);
  // The package calls its scripts modules; this one is none, and only defines BASIS.
  const open = runInThisContext(`${script}\nBASIS`) as (options: object) => Promise<BasisModule>;
  const basis = await open({ wasmBinary });
  basis.initializeBasis();
  return basis;
}

async function openKtx2(image: Uint8Array): Promise<Sharp> {
  transcoder ??= openTranscoder();
  const { KTX2File } = await transcoder;
  const file = new KTX2File(image);
  try {
    if (!file.isValid() || !file.startTranscoding()) throw new Error('The picture is no Basis texture.');
    const pixels = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, rgba32));
    if (!file.transcodeImage(pixels, 0, 0, 0, rgba32, 0, -1, -1))
      throw new Error('The picture does not unpack.');
    const [width, height] = [file.getWidth(), file.getHeight()];
    return sharp(pixels.subarray(0, width * height * 4), { raw: { width, height, channels: 4 } });
  } finally {
    file.close();
    file.delete();
  }
}
