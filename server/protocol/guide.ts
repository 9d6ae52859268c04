import Type, { type Static, type TProperties } from 'typebox';

/**
 * A build guide: `assets/guides/<slug>/guide.json` beside its `model.glb`.
 *
 * Lengths are metres, times seconds or minutes as named, angles degrees. Axes are glTF's: +Y up, right-handed, and +Z out
 * of the finished product's front. The origin lies on the floor below the middle of the finished product (on the wall
 * behind it where `stands` is "wall"). The model holds every piece at its final place; the guide only ever moves pieces
 * relative to that, so that compression, which moves nodes about inside the file, cannot disturb it.
 */
export const guideFormat = 1;

const strict = <Fields extends TProperties>(fields: Fields, description?: string) =>
  Type.Object(fields, { additionalProperties: false, ...(description && { description }) });

const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });
const NodeName = Type.String({ minLength: 1, maxLength: 80, pattern: '^[^<>]*$' });
const Words = Type.String({ minLength: 1, maxLength: 600, pattern: '^[^<>]*$' });

/** A text in every language of the interface. Plain text: the pattern refuses markup. */
export const GuideText = strict({ en: Words, zh: Words });
export type GuideText = Static<typeof GuideText>;

const Coordinate = Type.Number({ minimum: -20, maximum: 20 });
/** x, y, z in metres. */
export const Vector = Type.Tuple([Coordinate, Coordinate, Coordinate]);
export type Vector = Static<typeof Vector>;

const Unit = Type.Number({ minimum: -1, maximum: 1 });
/** x, y, z of length 1. */
export const Direction = Type.Tuple([Unit, Unit, Unit]);
export type Direction = Static<typeof Direction>;

/** A unit quaternion x, y, z, w. */
export const Rotation = Type.Tuple([Unit, Unit, Unit, Unit]);
export type Rotation = Static<typeof Rotation>;

export const GuidePart = strict({
  id: Id,
  /** What the sticker on the part says and people ask for: "part B". */
  letter: Type.String({ pattern: '^[A-Z]{1,2}$' }),
  /** glTF node names, one for each piece in the box: the quantity is their count. */
  nodes: Type.Array(NodeName, { minItems: 1, maxItems: 100 }),
  label: GuideText,
  /** Answers "what does it look like?": shape, colour, holes, marks. */
  description: GuideText,
  /** Width, height, depth of one piece as it lies in the finished product. */
  size: Vector,
});
export type GuidePart = Static<typeof GuidePart>;

export const GuideHardware = strict({
  id: Id,
  kind: Type.Enum([
    'screw',
    'bolt',
    'dowel',
    'pin',
    'cam-lock',
    'cam-bolt',
    'nail',
    'anchor',
    'washer',
    'cable',
    'clip',
  ]),
  label: GuideText,
  length: Type.Number({ exclusiveMinimum: 0, maximum: 20 }),
  diameter: Type.Number({ exclusiveMinimum: 0, maximum: 0.2 }),
  /** How many are in the bag: at least as many as the steps use. */
  count: Type.Integer({ minimum: 1, maximum: 500 }),
  /** What turns or drives it: a tool's id; absent where a hand does. */
  tool: Type.Optional(Id),
});
export type GuideHardware = Static<typeof GuideHardware>;

export const GuideTool = strict({ id: Id, label: GuideText, inBox: Type.Boolean() });
export type GuideTool = Static<typeof GuideTool>;

/** Pieces that come in together, from `distance` metres out along `-direction`, and end at their place in the model. */
export const Arrival = strict({
  nodes: Type.Array(NodeName, { minItems: 1, maxItems: 100 }),
  /** The way the pieces travel. */
  direction: Direction,
  distance: Type.Number({ exclusiveMinimum: 0, maximum: 3 }),
  /** Corner points of a path that is not straight, relative to the final place, first to last. */
  via: Type.Optional(Type.Array(Vector, { maxItems: 8 })),
  /**
   * Pieces of an assembly built on the side: how far from their final place, and turned which way about their common
   * middle, they wait until a later step's `moves` brings them home.
   */
  aside: Type.Optional(strict({ offset: Vector, turn: Type.Optional(Rotation) })),
});
export type Arrival = Static<typeof Arrival>;

export const FastenerPlace = strict({
  hardware: Id,
  /** Where its head ends up in the finished product. */
  at: Vector,
  /** The way it is driven, from head to tip. */
  direction: Direction,
  /** How far it turns, clockwise seen from its head; 0 where it is pushed, negative where it is loosened. */
  turn: Type.Number({ minimum: -3600, maximum: 36_000 }),
  /** The piece it sits in, where that piece still waits aside: the fastener goes wherever the piece goes. */
  on: Type.Optional(NodeName),
});
export type FastenerPlace = Static<typeof FastenerPlace>;

export const GuideStep = strict({
  id: Id,
  title: GuideText,
  /** Spoken and shown: what to do, in one or two sentences. */
  say: GuideText,
  /** A question whose yes allows the next step: "Does the long edge face down?" */
  check: GuideText,
  warnings: Type.Array(GuideText, { maxItems: 6 }),
  arrivals: Type.Array(Arrival, { maxItems: 40 }),
  /** Assemblies built aside that are brought home in this step. */
  moves: Type.Array(
    strict({
      nodes: Type.Array(NodeName, { minItems: 1 }),
      direction: Direction,
      distance: Type.Number(),
      /** As in an arrival: hooked over and lowered, slid in and turned down. */
      via: Type.Optional(Type.Array(Vector, { maxItems: 8 })),
    }),
  ),
  fasteners: Type.Array(FastenerPlace, { maxItems: 200 }),
  /** Pieces to look at in a step that does not move them: a light to check, a level to read. */
  highlights: Type.Optional(Type.Array(NodeName, { maxItems: 20 })),
  tools: Type.Array(Id, { maxItems: 10 }),
  /** How the whole model lies while this step is done; upright where absent. */
  posture: Type.Optional(Rotation),
  /** Where to look from: azimuth 0 is the front, 90 the product's left; elevation 0 is level. */
  camera: strict({
    azimuth: Type.Number({ minimum: -180, maximum: 180 }),
    elevation: Type.Number({ minimum: -89, maximum: 89 }),
    distance: Type.Number({ exclusiveMinimum: 0, maximum: 12 }),
    target: Vector,
  }),
  minutes: Type.Number({ exclusiveMinimum: 0, maximum: 240 }),
  mistakes: Type.Array(strict({ sign: GuideText, remedy: GuideText }), { maxItems: 8 }),
});
export type GuideStep = Static<typeof GuideStep>;

export const Guide = strict({
  format: Type.Literal(guideFormat),
  slug: Id,
  /** Raised by the author with every change that a customer half-way through should be told of. */
  revision: Type.Integer({ minimum: 1 }),
  /** The catalogue's product that this guide builds. */
  product: Id,
  title: GuideText,
  /** The languages that its texts are written in, where they are not all: a text of another one repeats one of these. */
  languages: Type.Optional(Type.Array(Type.Enum(['en', 'zh']), { minItems: 1, maxItems: 2 })),
  stands: Type.Union([Type.Literal('floor'), Type.Literal('table'), Type.Literal('wall')]),
  minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
  /** 1 (anyone) to 5 (call somebody). */
  difficulty: Type.Integer({ minimum: 1, maximum: 5 }),
  people: Type.Integer({ minimum: 1, maximum: 6 }),
  safety: Type.Array(GuideText, { maxItems: 12 }),
  parts: Type.Array(GuidePart, { minItems: 1, maxItems: 200 }),
  hardware: Type.Array(GuideHardware, { maxItems: 60 }),
  tools: Type.Array(GuideTool, { maxItems: 20 }),
  steps: Type.Array(GuideStep, { minItems: 1, maxItems: 60 }),
  /** Pairs of nodes that may overlap by design: a peg in its hole, a cable in its plug. */
  joints: Type.Array(Type.Tuple([NodeName, NodeName]), { maxItems: 400 }),
});
export type Guide = Static<typeof Guide>;
