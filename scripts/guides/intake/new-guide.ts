import type { Vector3 } from 'three';
import type { Guide, GuideText } from '#protocol/guide';
import { parseGuide } from '../../../server/guides/index.ts';
import { stepsFromClips } from '../draft/clips.ts';
import { accepted, draftGuide, inLanguages } from '../draft/guide.ts';
import { chineseOf, plainId } from '../draft/names.ts';
import { todo } from '../draft/todo.ts';
import { type Body, bodiesOf, readModel } from '../geometry/bodies.ts';
import { type RestOverlap, restOverlaps } from '../geometry/overlap.ts';
import { contactSheet, thumbnailOf } from '../picture/contact-sheet.ts';
import { composeSteps } from '../plan/compose.ts';
import { planAssembly } from '../plan/disassemble.ts';
import { openContainer } from './container.ts';
import { documentOf } from './document.ts';
import { drawingOf } from './drawn.ts';
import { type FoundFastener, findFasteners } from './fasteners.ts';
import { piecesOf, type SourcePiece, splitSingle } from './pieces.ts';
import { placePieces } from './placed.ts';
import { modelUnits, type Proposal, placementOf, proposeUnit, proposeUp, type UpAxis } from './placement.ts';
import { countOf, ModelRefusal } from './refusal.ts';
import { writeModel } from './write-model.ts';

export interface NewGuideOptions {
  /** The guide's address and the name of its folder. */
  slug: string;
  /** Metres in one of the file's units; without it, what the file's size proposes. */
  metres?: number;
  up?: UpAxis;
  languages: readonly ('en' | 'zh')[];
  /** Takes the drafted words as they are, without the marks that keep them from shipping unread. */
  acceptWords: boolean;
  /** Answers a proposal that the file leaves open: true takes it. */
  ask: (question: string, proposal: Proposal<string>) => Promise<boolean>;
  /** Told what is being done. */
  progress: (doing: string) => void;
}

export interface NewGuide {
  guide: Guide;
  model: Uint8Array;
  bodies: Body[];
  joints: RestOverlap[];
  fasteners: FoundFastener[];
  /** PNG: every step, and where the joints are. */
  sheet: Uint8Array;
  thumbnail: Uint8Array;
  /** What the author should know of what was made of the file. */
  notes: string[];
}

/** Most milliseconds that the order is thought about. */
const planningMs = 15_000;

/**
 * A guide from the bytes of somebody's model.
 *
 * @param file how the author calls it, for what is said about it.
 * @throws {ModelRefusal} where it cannot become one.
 */
export async function newGuide(bytes: Uint8Array, file: string, options: NewGuideOptions): Promise<NewGuide> {
  const { progress } = options;
  progress('reading the file');
  const source = await documentOf(openContainer(bytes, file), file);
  const drawing = drawingOf(source);
  let { pieces, notes } = piecesOf(drawing, file);
  notes = [...drawing.notes, ...notes];
  const placement = placementOf(
    pieces,
    await unitFor(pieces, file, options),
    await upFor(pieces, file, options),
  );
  progress(`finding joints and fasteners among ${countOf(pieces.length, 'part')}`);
  let placed = placePieces(pieces, placement);
  let fasteners = fastenersAmong(placed);
  const [only] = pieces.filter((_, i) => !fasteners.some(({ body }) => body === placed[i]?.body));
  if (pieces.length - fasteners.length === 1 && fasteners.length === 0 && only) {
    ({ pieces } = splitSingle(only, file));
    placed = placePieces(pieces, placement);
    fasteners = [];
  }
  const kept = placed.filter(({ body }) => !fasteners.some((one) => one.body === body));
  progress('writing the model as a phone reads it');
  const { model, notes: written } = await writeModel(kept, file);
  const bodies = bodiesOf(await readModel(model));
  const joints = restOverlaps(bodies);
  progress('planning the order');
  const names = new Map(kept.map(({ node, name }) => [node, name]));
  const nameOf = (node: string) => names.get(node);
  const nodeFor = (index: number) => kept.find((piece) => piece.source === index)?.node;
  const clips = stepsFromClips(source, nodeFor);
  const plan = planAssembly(bodies, {
    mayOverlap: jointsAllow(joints),
    nameOf,
    axesOf: axesFrom(fasteners),
    force: true,
    within: clips.length > 0 ? 0 : planningMs,
  });
  const steps =
    clips.length > 0 ? clips.map((step) => ({ arrivals: [step] })) : composeSteps(plan.steps, bodies, plan);
  const passing = clips.length > 0 ? [] : plan.forced.map(([a, b]) => ({ a, b }));
  if (passing.length > 0)
    notes.push(
      `No straight way in is free for every part: ${countOf(passing.length, 'pair')} pass through one another in the picture; animate their steps as clips "step-01 …", or mend their direction in guide.json.`,
    );
  const title = titleOf(file, options.slug);
  const drafted = draftGuide({
    slug: options.slug,
    title,
    bodies,
    steps,
    nameOf,
    fasteners,
    joints: [...joints, ...passing.filter(({ a, b }) => !jointsAllow(joints)(a, b))],
  });
  const guide = inLanguages(options.acceptWords ? accepted(drafted) : drafted, options.languages);
  const parsed = parseGuide(JSON.stringify(guide));
  if ('findings' in parsed) {
    const [{ where, problem }] = parsed.findings;
    throw new Error(`what was drafted is no guide, ${where} ${problem}`);
  }
  progress('drawing its steps');
  const [sheet, thumbnail] = [await contactSheet(guide, bodies, joints), await thumbnailOf(bodies)];
  return { guide, model, bodies, joints, fasteners, sheet, thumbnail, notes: [...notes, ...written] };
}

function fastenersAmong(placed: ReturnType<typeof placePieces>): FoundFastener[] {
  const names = new Map(placed.map(({ body, name }) => [body, name]));
  return findFasteners(
    placed.map(({ body }) => body),
    (body) => names.get(body),
  );
}

async function unitFor(
  pieces: readonly SourcePiece[],
  file: string,
  options: NewGuideOptions,
): Promise<number> {
  if (options.metres !== undefined) return options.metres;
  const proposal = proposeUnit(pieces);
  if (proposal.question !== undefined && !(await options.ask(`${file} is ${proposal.question}`, proposal)))
    throw new ModelRefusal(
      `${file} is ${proposal.question}: say --unit ${proposal.value}, or another of ${Object.keys(modelUnits).join(', ')}.`,
    );
  return modelUnits[proposal.value];
}

async function upFor(
  pieces: readonly SourcePiece[],
  file: string,
  options: NewGuideOptions,
): Promise<UpAxis> {
  if (options.up !== undefined) return options.up;
  const proposal = proposeUp(pieces);
  if (proposal.question !== undefined && !(await options.ask(`${file}: ${proposal.question}`, proposal)))
    throw new ModelRefusal(`${file}: ${proposal.question} Say --up z, or --up y if it is right as it is.`);
  return proposal.value;
}

/** The axes of the screws and dowels that hold a node. */
function axesFrom(fasteners: readonly FoundFastener[]): (node: string) => readonly Vector3[] {
  return (node) => fasteners.filter(({ holds }) => holds.includes(node)).map(({ direction }) => direction);
}

/** May two nodes be in one another on their way, as they are where they rest? */
function jointsAllow(joints: readonly RestOverlap[]): (a: string, b: string) => boolean {
  const pairs = new Set(joints.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (a, b) => pairs.has(`${a}\n${b}`);
}

/** The guide's title, from the file's name where that says something. */
function titleOf(file: string, slug: string): GuideText {
  const stem = file
    .replace(/\.glb$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/[<>]/g, '')
    .trim()
    .slice(0, 80);
  const name = slugFrom(file) === slug || /\p{Script=Han}/u.test(stem) ? stem : slug.replaceAll('-', ' ');
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  if (/\p{Script=Han}/u.test(title)) return todo(slug.replaceAll('-', ' '), title);
  return todo(title, chineseOf(title) ?? `${title} 组装指南`);
}

/** File names that say nothing about a product. */
const nameless =
  /^(model|models|scene|untitled|unnamed|export|exported|output|out|object|product|mesh|download|file|test|final|new|glb|gltf|3d|3d-model)(-?\d*)?$/;

/** The slug that a file's name gives; `undefined` where it gives none. */
export function slugFrom(file: string): string | undefined {
  const slug = plainId(file.replace(/\.glb$/i, ''));
  return slug === undefined || nameless.test(slug) || !/[a-z]/.test(slug) ? undefined : slug;
}
