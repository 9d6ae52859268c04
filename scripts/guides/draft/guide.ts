import { Box3, Quaternion, Vector3 } from 'three';
import {
  type Guide,
  type GuidePart,
  type GuideStep,
  type GuideText,
  guideFormat,
  type Rotation,
} from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import type { RestOverlap } from '../geometry/overlap.ts';
import type { FoundFastener } from '../intake/fasteners.ts';
import type { BuildStep } from '../plan/compose.ts';
import { contactsOf } from '../plan/contacts.ts';
import { draftHardware } from './hardware.ts';
import { draftParts } from './parts.ts';
import { unmarked } from './todo.ts';
import { stepWords, turningWords } from './words.ts';

export interface DraftInput {
  slug: string;
  title: GuideText;
  bodies: readonly Body[];
  steps: readonly BuildStep[];
  /** A node's name as the author wrote it; default the node's own. */
  nameOf?: (node: string) => string | undefined;
  /** What of the model is no piece but a screw or a dowel. */
  fasteners?: readonly FoundFastener[];
  joints?: readonly Pick<RestOverlap, 'a' | 'b'>[];
}

const minutesOf = { step: 3, turn: 1 };
/** Heavier than one person turns over: the product's longest side, in metres. */
const twoPeople = 1;

/** From the front, a little to the left and from above: how a person stands before what they build. */
const usual = { azimuth: 30, elevation: 20 };
/** To the side of the way that a piece comes, in degrees, so that the way itself is seen. */
const aside = 28;
const fromBelow = -15;
/** Metres. */
const nearest = 0.3;
const farthest = 12;

interface StepView {
  /** Everything that stands there or comes in. */
  built: readonly Body[];
  /** What comes in and what it meets; empty where nothing does. */
  focus: readonly Body[];
  /** The way of what comes in, in the product's axes. */
  direction: readonly [number, number, number] | undefined;
  posture: Rotation | undefined;
  /** Of the finished product. */
  whole: Box3;
}

/** Where to look from: the side that the piece comes from, near enough to see the joint and far enough to know where it is. */
function cameraFor({ built, focus, direction, posture, whole }: StepView): GuideStep['camera'] {
  const turn = new Quaternion(...(posture ?? [0, 0, 0, 1]));
  const middle = whole.getCenter(new Vector3());
  const lying = boxAsItLies(built, middle, turn);
  const near = focus.length > 0 ? boxAsItLies(focus, middle, turn) : lying;
  const reach = lying.getSize(new Vector3()).length();
  const closeness = near.getSize(new Vector3()).length();
  const distance = Math.min(reach * 1.7, Math.max(closeness * 2, reach * 0.8));
  // The page lays the product on the floor with its middle where it stands upright.
  const target = near.getCenter(new Vector3()).lerp(lying.getCenter(new Vector3()), 0.4);
  target.y -= lying.min.y;
  return {
    ...sideOf(direction && new Vector3(...direction).applyQuaternion(turn)),
    distance: Math.min(farthest, Math.max(nearest, Math.round(distance * 100) / 100)),
    target: target.toArray().map((value) => Math.round(value * 1000) / 1000) as [number, number, number],
  };
}

function sideOf(way: Vector3 | undefined): typeof usual {
  if (!way) return usual;
  if (way.y > 0.7) return { ...usual, elevation: fromBelow };
  if (Math.hypot(way.x, way.z) < 0.5) return usual;
  const towards = (Math.atan2(-way.x, -way.z) * 180) / Math.PI;
  // Of both sides of the way the one that is nearer to the front.
  const sides = [towards + aside, towards - aside].map(
    (angle) => ((((angle + 180) % 360) + 360) % 360) - 180,
  );
  const [azimuth = usual.azimuth] = sides.sort((a, b) => Math.abs(a) - Math.abs(b));
  return { azimuth: Math.round(azimuth), elevation: usual.elevation };
}

function boxAsItLies(bodies: readonly Body[], middle: Vector3, turn: Quaternion): Box3 {
  const box = new Box3();
  const corner = new Vector3();
  for (const { box: own } of bodies) {
    for (let bits = 0; bits < 8; bits++) {
      corner.set(
        bits & 1 ? own.max.x : own.min.x,
        bits & 2 ? own.max.y : own.min.y,
        bits & 4 ? own.max.z : own.min.z,
      );
      box.expandByPoint(corner.sub(middle).applyQuaternion(turn).add(middle));
    }
  }
  return box;
}

/** A guide for the author to edit: parts, letters, sizes, order and directions filled in, words proposed and marked. */
export function draftGuide(input: DraftInput): Guide {
  const { slug, title, bodies, fasteners = [], joints = [], nameOf = (node) => node } = input;
  const parts = draftParts(bodies, nameOf);
  const whole = bodies.reduce((box, body) => box.union(body.box), new Box3());
  const size = whole.getSize(new Vector3());
  const hands = Math.max(...size.toArray()) > twoPeople && bodies.length > 4 ? 2 : 1;
  const partOf = new Map(parts.flatMap((part) => part.nodes.map((node) => [node, part] as const)));
  const { building, stepOf } = withTurns(input.steps);
  const bag = draftHardware(fasteners, bodies, (node) => stepOf.get(node) ?? 0, building.length - 1);
  const contacts = contactsOf([...bodies]);
  const standing = new Set<string>();
  const steps = building.map(({ arrivals, posture }, i): GuideStep => {
    const nodes = arrivals.flatMap((arrival) => arrival.nodes);
    const arriving = counted(nodes, partOf);
    const touched = nodes.flatMap((node) =>
      [...(contacts.get(node) ?? [])].filter((other) => standing.has(other)),
    );
    const against = [...new Set(touched.flatMap((node) => partOf.get(node) ?? []))];
    for (const node of nodes) standing.add(node);
    const places = bag.placesAt(i);
    const used = bag.hardware.flatMap((hardware) => {
      const count = places.filter((place) => place.hardware === hardware.id).length;
      return count > 0 ? [{ hardware, count }] : [];
    });
    const [first] = arrivals;
    const words = first
      ? stepWords({
          arriving,
          against,
          direction: first.direction,
          posture,
          fasteners: used,
          isFirst: i === 0,
        })
      : turningWords(posture, hands);
    return {
      id: `step-${i + 1}`,
      ...words,
      warnings: [],
      arrivals: arrivals.map(({ nodes, direction, distance }) => ({ nodes, direction, distance })),
      moves: [],
      fasteners: places,
      tools: [...new Set(used.flatMap(({ hardware }) => hardware.tool ?? []))],
      ...(posture && { posture }),
      camera: cameraFor({
        built: bodies.filter(({ node }) => standing.has(node)),
        focus: bodies.filter(({ node }) => nodes.includes(node) || touched.includes(node)),
        direction: first?.direction,
        posture,
        whole,
      }),
      minutes: first ? minutesOf.step : minutesOf.turn,
      mistakes: [],
    };
  });
  return {
    format: guideFormat,
    slug,
    revision: 1,
    product: slug,
    title,
    stands: 'floor',
    minutes: Math.max(
      1,
      steps.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
    difficulty: 2,
    people: hands,
    safety: [],
    parts,
    hardware: bag.hardware,
    tools: bag.tools,
    steps,
    joints: joints.map(({ a, b }) => [a, b]),
  };
}

/** The same steps with one more wherever the product is turned over between two of them, and at the end where it lies. */
function withTurns(steps: readonly BuildStep[]): { building: BuildStep[]; stepOf: Map<string, number> } {
  const same = (a: Rotation | undefined, b: Rotation | undefined) => a?.join() === b?.join();
  const building: BuildStep[] = [];
  const stepOf = new Map<string, number>();
  for (const step of steps) {
    const before = building.at(-1);
    if (before && !same(before.posture, step.posture))
      building.push({ arrivals: [], ...(step.posture && { posture: step.posture }) });
    for (const node of step.arrivals.flatMap(({ nodes }) => nodes)) stepOf.set(node, building.length);
    building.push(step);
  }
  if (building.at(-1)?.posture) building.push({ arrivals: [] });
  return { building, stepOf };
}

function counted(nodes: readonly string[], partOf: ReadonlyMap<string, GuidePart>) {
  const counts = new Map<GuidePart, number>();
  for (const part of nodes.flatMap((node) => partOf.get(node) ?? []))
    counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].map(([part, count]) => ({ part, count }));
}

/** The draft for a shop of fewer languages: what is not asked for says the same as what is. */
export function inLanguages(guide: Guide, languages: readonly ('en' | 'zh')[]): Guide {
  const [only] = languages;
  if (languages.length !== 1 || !only) return guide;
  return { ...changeTexts(guide, (text) => ({ en: text[only], zh: text[only] })), languages: [only] };
}

/** The draft with its words taken as they are. */
export const accepted = (guide: Guide): Guide =>
  changeTexts(guide, ({ en, zh }) => ({ en: unmarked(en), zh: unmarked(zh) }));

function changeTexts<Value>(value: Value, change: (text: GuideText) => GuideText): Value {
  if (Array.isArray(value)) return value.map((item) => changeTexts(item, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && 'zh' in value && typeof value.en === 'string' && typeof value.zh === 'string')
    return change({ en: value.en, zh: value.zh }) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, changeTexts(inner, change)]),
  ) as Value;
}
