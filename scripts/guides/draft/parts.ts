import { Vector3 } from 'three';
import type { GuidePart } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import { looksOf, nameOf } from './words.ts';

/** Bodies whose sizes agree to this, in metres, and whose names differ only in a number or a side are one part. */
const alike = 0.001;

/** Parts from bodies: equal ones share a letter, the largest is A. */
export function draftParts(bodies: Body[]): GuidePart[] {
  const groups: { stem: string; size: Vector3; bodies: Body[] }[] = [];
  for (const body of bodies) {
    const size = body.box.getSize(new Vector3());
    const stem = stemOf(body.node);
    const group = groups.find((known) => known.stem === stem && known.size.distanceTo(size) < alike);
    if (group) group.bodies.push(body);
    else groups.push({ stem, size, bodies: [body] });
  }
  groups.sort((a, b) => b.size.length() - a.size.length());
  return groups.map(({ stem, size, bodies: pieces }, i) => ({
    id: uniqueId(
      stem || 'part',
      groups.slice(0, i).map((group) => group.stem),
      i,
    ),
    letter: letterOf(i),
    nodes: pieces.map((piece) => piece.node),
    label: nameOf(stem || 'part'),
    description: looksOf([size.x, size.y, size.z]),
    size: [size.x, size.y, size.z].map((length) => Math.round(length * 10_000) / 10_000) as [
      number,
      number,
      number,
    ],
  }));
}

/** "Leg.002", "leg_2" and "leg" are pieces of one part; exporters number copies so. */
const stemOf = (node: string) =>
  node
    .toLowerCase()
    .replace(/[._\- ]?\d+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const uniqueId = (stem: string, taken: string[], index: number) =>
  taken.includes(stem) ? `${stem}-${index + 1}` : stem;

/** A … Z, then AA, AB …, as spreadsheets count. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
