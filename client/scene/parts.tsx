import { createPortal, useFrame, useThree } from '@react-three/fiber';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { PerspectiveCamera, Vector3 } from 'three';
import type { Mark } from '#protocol/call/drawing';
import type { GuideStep } from '#protocol/guide';
import {
  type Dimensions,
  type GuideModel,
  onPress,
  type PartLabels,
  type ProductControls,
  rayThrough,
  type StepArrows,
  type WriteLength,
} from '../ar/index.ts';
import { turn } from './use-motion.ts';

/** A model's size at rest: the finished product's box in its own coordinates, and its diagonal in metres. */
export function useFinished(model: GuideModel) {
  return useMemo(() => {
    const box = model.finishedBox();
    return { box, extent: box.getSize(new Vector3()).length() };
  }, [model]);
}

export interface StudioProductProps {
  model: GuideModel;
  /** What lies as the product lies, in its metres and axes, and goes along where it is taken. */
  children?: ReactNode;
}

/** The product with its light and its floor. The model stays whoever's it is: it is shown in the room and in pictures, too. */
export function StudioProduct({ model, children }: StudioProductProps) {
  const { box, extent } = useFinished(model);
  return (
    <>
      <studio args={[Math.max(0.4, extent), model.guide.stands, box.min.y]} />
      <primitive object={model.group} />
      {createPortal(children, model.assembly)}
    </>
  );
}

export interface WaysInProps {
  model: GuideModel;
  /** `null` shows none. */
  step: GuideStep | null;
  /** The pieces that bear their letter. */
  labelled: readonly string[];
  /** The arrows would point at places where nothing is, while the product is pulled apart. */
  apart: boolean;
  /** The letters go in here; it lies over the picture, as large as that. */
  layer: HTMLElement;
}

/** Where the pieces of a step go, and which they are: arrows behind them and letters beside them. */
export function WaysIn({ model, step, labelled, apart, layer }: WaysInProps) {
  const { extent } = useFinished(model);
  const arrows = useRef<StepArrows>(null);
  const labels = useRef<PartLabels>(null);
  useFrame(() => arrows.current?.follow(model), turn.arrows);
  useFrame(({ camera, size }) => {
    camera.updateMatrixWorld();
    model.assembly.updateWorldMatrix(true, false);
    labels.current?.follow(model, camera, size.width, size.height, arrows.current?.points());
  }, turn.figures);
  return (
    <>
      <stepArrows ref={arrows} args={[extent, model.accent]} step={step} visible={!apart} />
      <partLabels ref={labels} args={[layer, model.guide]} nodes={labelled} />
    </>
  );
}

export interface MeasuresProps {
  model: GuideModel;
  /** Puts a length into the reader's words; `null` shows no figures. */
  write: WriteLength | null;
  /** The figures go in here; it lies over the picture, as large as that. */
  layer: HTMLElement;
}

/** How large the finished product is. */
export function Measures({ model, write, layer }: MeasuresProps) {
  const { box } = useFinished(model);
  const dimensions = useRef<Dimensions>(null);
  useFrame(({ camera, size }) => {
    camera.updateMatrixWorld();
    model.assembly.updateWorldMatrix(true, false);
    dimensions.current?.follow(model, camera, size.width, size.height);
  }, turn.figures);
  return <dimensions ref={dimensions} args={[box, layer, model.accent]} write={write} />;
}

export interface MarksProps {
  marks: readonly Mark[];
  /** Of the finished product, in metres: pins are as large as suits it. */
  extent: number;
}

/** What staff pinned to the product; marks on flat pictures are left out. */
export function Marks({ marks, extent }: MarksProps) {
  return marks.map(({ id, surface, colour, shape }) =>
    surface === 'scene' && shape.kind === 'anchored' ? (
      <markPin key={id} args={[colour, shape.label, extent]} position={shape.at} />
    ) : null,
  );
}

export interface ViewControlsProps {
  ref: RefObject<ProductControls | null>;
  /** Of the finished product, in metres. */
  extent: number;
  /** How near one may come, in metres. */
  minDistance: number;
  /** How far down one may go: radians from straight above. */
  maxPolarAngle: number;
}

/** Where the product is looked at from. Motion is told by whoever has the `ref`; dragging draws by itself. */
export function ViewControls({ ref, extent, ...limits }: ViewControlsProps) {
  const canvas = useThree(({ gl }) => gl.domElement);
  const camera = useThree(({ camera }) => camera);
  const invalidate = useThree(({ invalidate }) => invalidate);
  if (!(camera instanceof PerspectiveCamera)) throw new TypeError('A product is looked at in perspective.');
  useLayoutEffect(() => {
    const draw = () => invalidate();
    const { current: controls } = ref;
    controls?.addEventListener('change', draw);
    return () => controls?.removeEventListener('change', draw);
  }, [ref, invalidate]);
  return <productControls ref={ref} args={[camera, canvas, extent]} {...limits} />;
}

export interface PressesProps {
  model: GuideModel;
  /** A piece was pressed, at this spot in the assembly's metres and axes. */
  onPress: (node: string, at: [number, number, number]) => void;
}

/** Presses on the product: what stands there comes before the ghosts of what is still to come, whichever is nearer. */
export function Presses({ model, onPress: tell }: PressesProps) {
  const canvas = useThree(({ gl }) => gl.domElement);
  const camera = useThree(({ camera }) => camera);
  const heard = useRef(tell);
  heard.current = tell;
  useEffect(
    () =>
      onPress(canvas, (event) => {
        const ray = rayThrough(event, canvas, camera);
        const node = model.pick(ray);
        const holder = node === undefined ? undefined : model.holder(node);
        const [met] = holder ? ray.intersectObject(holder, true) : [];
        if (node !== undefined && met) heard.current(node, model.assembly.worldToLocal(met.point).toArray());
      }),
    [canvas, camera, model],
  );
  return null;
}
