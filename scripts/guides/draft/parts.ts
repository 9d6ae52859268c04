import { Vector3 } from 'three';
import type { GuidePart } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import { isSameShape } from '../geometry/shape.ts';
import { freshId, labelOf, plainId, stemOf } from './names.ts';
import { todo } from './todo.ts';
import { looksOf } from './words.ts';

/** Parts from bodies: equal ones of one name share a letter, the largest is A. `nameOf` answers as the author wrote it. */
export function draftParts(
  bodies: readonly Body[],
  nameOf: (node: string) => string | undefined,
): GuidePart[] {
  const groups: { stem: string | undefined; first: Body; bodies: Body[] }[] = [];
  for (const body of bodies) {
    const name = nameOf(body.node);
    const stem = name === undefined ? undefined : stemOf(name).toLowerCase();
    const group = groups.find((known) => known.stem === stem && isSameShape(known.first, body));
    if (group) group.bodies.push(body);
    else groups.push({ stem, first: body, bodies: [body] });
  }
  const reach = ({ first }: (typeof groups)[number]) => first.box.getSize(new Vector3()).length();
  groups.sort((a, b) => reach(b) - reach(a));
  const taken = new Set<string>();
  return groups.map(({ first, bodies: pieces }, i) => {
    const name = nameOf(first.node);
    const letter = letterOf(i);
    const label = labelOf(name, letter);
    const size = first.box.getSize(new Vector3()).toArray();
    return {
      id: freshId((name !== undefined && plainId(stemOf(name))) || `part-${letter.toLowerCase()}`, taken),
      letter,
      nodes: pieces.map((piece) => piece.node),
      label: todo(label.en, label.zh),
      description: looksOf(size),
      size: size.map((length) => Math.round(length * 10_000) / 10_000) as GuidePart['size'],
    };
  });
}

/** A … Z, then AA, AB …, as spreadsheets count. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
