import { Vector3 } from 'three';
import type { FastenerPlace, GuideHardware, GuideText, GuideTool } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import type { FoundFastener } from '../intake/fasteners.ts';
import { freshId } from './names.ts';
import { todo } from './todo.ts';

/** Names of fasteners, how far each is turned in degrees, and what drives it. */
const kinds: Record<
  GuideHardware['kind'],
  { en: string; zh: string; turn: number; tool?: keyof typeof tools }
> = {
  screw: { en: 'Screw', zh: '螺丝', turn: 1440, tool: 'screwdriver' },
  bolt: { en: 'Bolt', zh: '螺栓', turn: 1440, tool: 'hex-key' },
  dowel: { en: 'Dowel', zh: '木销', turn: 0 },
  pin: { en: 'Pin', zh: '销钉', turn: 0 },
  'cam-lock': { en: 'Cam lock', zh: '偏心轮', turn: 180, tool: 'screwdriver' },
  'cam-bolt': { en: 'Cam bolt', zh: '偏心杆', turn: 1440, tool: 'screwdriver' },
  nail: { en: 'Nail', zh: '钉子', turn: 0, tool: 'hammer' },
  anchor: { en: 'Wall plug', zh: '膨胀管', turn: 0 },
  washer: { en: 'Washer', zh: '垫圈', turn: 0 },
  cable: { en: 'Cable', zh: '电线', turn: 0 },
  clip: { en: 'Clip', zh: '卡扣', turn: 0 },
};

const tools = {
  screwdriver: { en: 'Screwdriver', zh: '螺丝刀' },
  'hex-key': { en: 'Hex key', zh: '内六角扳手' },
  hammer: { en: 'Hammer', zh: '锤子' },
} as const satisfies Record<string, GuideText>;

/** Sizes that differ by less, in metres, are one kind of fastener. */
const alike = 0.0006;

export interface DraftedHardware {
  hardware: GuideHardware[];
  tools: GuideTool[];
  /** The fasteners that go in at a step, after the pieces that come in there. */
  placesAt(step: number): FastenerPlace[];
}

/**
 * The bag of fasteners and where each goes. What joins two pieces unseen, a dowel, goes into the one that is there first;
 * what is driven from outside goes in when the last of its pieces is in place.
 *
 * @param stepOf the step that a piece comes in at.
 */
export function draftHardware(
  fasteners: readonly FoundFastener[],
  bodies: readonly Body[],
  stepOf: (node: string) => number,
  lastStep: number,
): DraftedHardware {
  const hardware: GuideHardware[] = [];
  const taken = new Set<string>();
  const placed = fasteners.map((fastener) => {
    const kind = hardwareFor(fastener, hardware, taken);
    const pieces = fastener.holds.toSorted((a, b) => stepOf(a) - stepOf(b));
    const [first, last] = [pieces[0], pieces.at(-1)];
    const hidden = fastener.kind === 'dowel' || fastener.kind === 'pin' || fastener.kind === 'cam-bolt';
    const step = first === undefined || last === undefined ? lastStep : stepOf(hidden ? first : last);
    const into = bodies.find(({ node }) => node === first);
    return { step, place: placeOf(fastener, kind, into) };
  });
  const used = new Set(hardware.flatMap(({ tool }) => tool ?? []));
  return {
    hardware,
    tools: Object.entries(tools)
      .filter(([id]) => used.has(id))
      .map(([id, { en, zh }]) => ({ id, label: todo(en, zh), inBox: id === 'hex-key' })),
    placesAt: (step) => placed.filter((one) => one.step === step).map(({ place }) => place),
  };
}

function hardwareFor(fastener: FoundFastener, hardware: GuideHardware[], taken: Set<string>): GuideHardware {
  const { kind } = fastener;
  const [length, diameter] = [fastener.length, fastener.diameter].map(
    (value) => Math.round(value * 2000) / 2000,
  ) as [number, number];
  const known = hardware.find(
    (item) =>
      item.kind === kind &&
      Math.abs(item.length - fastener.length) < alike &&
      Math.abs(item.diameter - fastener.diameter) < alike,
  );
  if (known) {
    known.count += 1;
    return known;
  }
  const { en, zh, tool } = kinds[kind];
  const [wide, long] = [fastener.diameter, fastener.length].map((value) =>
    Math.max(1, Math.round(value * 1000)),
  );
  const made: GuideHardware = {
    id: freshId(kind, taken),
    kind,
    label: todo(`${en} ${wide} by ${long} mm`, `${zh} ${wide} × ${long} 毫米`),
    length: Math.max(0.0005, length),
    diameter: Math.max(0.0005, diameter),
    count: 1,
    ...(tool && { tool }),
  };
  hardware.push(made);
  return made;
}

/** Without a head of its own, it is driven into the piece that is there first. */
function placeOf(
  { at, direction, length, body, kind }: FoundFastener,
  { id }: GuideHardware,
  into: Body | undefined,
): FastenerPlace {
  const way = direction.clone();
  const head = at.clone();
  if (into && (kind === 'dowel' || kind === 'pin' || kind === 'bolt')) {
    const middle = body.box.getCenter(new Vector3());
    const inwards = into.box.getCenter(new Vector3()).sub(middle).dot(way);
    if (inwards < 0) {
      head.addScaledVector(way, length);
      way.negate();
    }
  }
  return {
    hardware: id,
    at: head.toArray().map(rounded) as FastenerPlace['at'],
    direction: unit(way),
    turn: kinds[kind].turn,
  };
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5;

function unit(way: Vector3): FastenerPlace['direction'] {
  // Axes as measured are a hair off: what is nearly straight is straight.
  const snapped = way
    .clone()
    .set(...(way.toArray().map((value) => (Math.abs(value) < 0.01 ? 0 : value)) as [number, number, number]));
  const [x, y, z] = snapped.normalize().toArray();
  return [x, y, z].map((value) => Math.min(1, Math.max(-1, value))) as FastenerPlace['direction'];
}
