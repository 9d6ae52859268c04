import Type, { type Static } from 'typebox';

/** A place on a picture: 0,0 is its upper left corner and 1,1 its lower right, whatever size it is shown at. */
export const PicturePoint = Type.Tuple([
  Type.Number({ minimum: 0, maximum: 1 }),
  Type.Number({ minimum: 0, maximum: 1 }),
]);
export type PicturePoint = Static<typeof PicturePoint>;

const Vector = Type.Tuple([
  Type.Number({ minimum: -1000, maximum: 1000 }),
  Type.Number({ minimum: -1000, maximum: 1000 }),
  Type.Number({ minimum: -1000, maximum: 1000 }),
]);
const Quaternion = Type.Tuple([
  Type.Number({ minimum: -1, maximum: 1 }),
  Type.Number({ minimum: -1, maximum: 1 }),
  Type.Number({ minimum: -1, maximum: 1 }),
  Type.Number({ minimum: -1, maximum: 1 }),
]);

/** What is drawn on: the customer's camera, a screen that staff share, a still photo by its id, or the guide's model. */
export const Surface = Type.String({ pattern: '^(camera|screen|scene|still:[0-9a-zA-Z-]{1,40})$' });
export type Surface = Static<typeof Surface>;

export const Shape = Type.Union([
  Type.Object({ kind: Type.Literal('arrow'), from: PicturePoint, to: PicturePoint }),
  Type.Object({
    kind: Type.Literal('circle'),
    centre: PicturePoint,
    /** A share of the picture's width. */ radius: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  }),
  Type.Object({
    kind: Type.Literal('line'),
    points: Type.Array(PicturePoint, { minItems: 2, maxItems: 500 }),
  }),
  Type.Object({
    kind: Type.Literal('text'),
    at: PicturePoint,
    text: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  Type.Object({
    kind: Type.Literal('number'),
    at: PicturePoint,
    value: Type.Integer({ minimum: 1, maximum: 99 }),
  }),
  /** On the surface `scene`: metres from the model's origin, in the model's own axes, so that it stays where it was put. */
  Type.Object({
    kind: Type.Literal('anchored'),
    at: Vector,
    label: Type.Optional(Type.String({ maxLength: 120 })),
  }),
]);
export type Shape = Static<typeof Shape>;

const Id = Type.String({ pattern: '^[0-9a-zA-Z-]{1,40}$' });
const Colour = Type.Enum(['yellow', 'red', 'blue', 'white']);

export const Mark = Type.Object({
  id: Id,
  /** The peer who drew it. */
  by: Type.String(),
  surface: Surface,
  colour: Colour,
  shape: Shape,
});
export type Mark = Static<typeof Mark>;

/** What somebody does to the drawing. `undo` takes back the newest mark of their own. */
export const DrawCommand = Type.Union([
  Type.Object({
    op: Type.Literal('add'),
    id: Id,
    surface: Surface,
    colour: Colour,
    shape: Shape,
    /** The drawer's clock, milliseconds since 1970: it comes back in the event, so that the way there and back can be timed. */
    at: Type.Optional(Type.Number()),
  }),
  Type.Object({ op: Type.Literal('undo') }),
  Type.Object({ op: Type.Literal('redo') }),
  Type.Object({ op: Type.Literal('clear'), surface: Surface }),
]);
export type DrawCommand = Static<typeof DrawCommand>;

/** The drawing as the server ordered it. `sequence` counts upward from 1 in a call; a gap means: ask for the room again. */
export const DrawEvent = Type.Object({
  sequence: Type.Integer({ minimum: 1 }),
  change: Type.Union([
    Type.Object({ op: Type.Literal('add'), mark: Mark, at: Type.Optional(Type.Number()) }),
    Type.Object({ op: Type.Literal('remove'), ids: Type.Array(Id, { maxItems: 500 }) }),
  ]),
});
export type DrawEvent = Static<typeof DrawEvent>;

/** Of the moment only, lost without harm: where somebody points. `at` null: no longer. */
export const Pointing = Type.Object({
  surface: Surface,
  at: Type.Union([PicturePoint, Type.Null()]),
});
export type Pointing = Static<typeof Pointing>;

/** Where the customer's phone is, in the model's axes (metres), while WebXR holds the camera. */
export const ViewPose = Type.Object({
  position: Vector,
  orientation: Quaternion,
  /** Vertical field of view, degrees. */
  fieldOfView: Type.Number({ minimum: 5, maximum: 170 }),
  /** Width over height. */
  aspect: Type.Number({ minimum: 0.1, maximum: 10 }),
});
export type ViewPose = Static<typeof ViewPose>;

/** What travels over each data channel, by its label. `draw` is ordered and reliable; the others may lose messages. */
export const channelLabels = ['draw', 'pointing', 'view'] as const;
export type ChannelLabel = (typeof channelLabels)[number];

/** Over the channel `pointing` from the server, and `view` alike: whose it is. */
export const PeerPointing = Type.Object({ peer: Type.String(), pointing: Pointing });
export const PeerView = Type.Object({ peer: Type.String(), view: ViewPose });
export type PeerPointing = Static<typeof PeerPointing>;
export type PeerView = Static<typeof PeerView>;
