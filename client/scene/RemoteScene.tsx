import { useThree } from '@react-three/fiber';
import { useLayoutEffect, useRef } from 'react';
import { Vector3 } from 'three';
import type { Mark, ViewPose } from '#protocol/call/drawing';
import type { GuideModel, ProductControls } from '../ar/index.ts';
import { Marks, Presses, StudioProduct, useFinished, ViewControls } from './parts.tsx';
import { turn, useMotion } from './use-motion.ts';

export interface RemoteSceneProps {
  model: GuideModel;
  /** 0 is laying out, then the steps from 1, then the finished product; each as it stands when it is done. */
  place: number;
  /** Pieces that glow for as long as they are named here. */
  pointed: readonly string[];
  marks: readonly Mark[];
  /** Where the customer's phone is, to be looked through; `null` lets one look around. */
  view: ViewPose | null;
  /** A piece was pressed, at this spot in the assembly's metres and axes. */
  onPress: (node: string, at: [number, number, number]) => void;
}

/** The product as the customer has it before them, for somebody elsewhere: from their viewpoint, or looked around freely. */
export function RemoteScene({ model, place, pointed, marks, view, onPress }: RemoteSceneProps) {
  const { box, extent } = useFinished(model);
  const { steps } = model.guide;
  const invalidate = useThree(({ invalidate }) => invalidate);
  const controls = useRef<ProductControls>(null);

  useLayoutEffect(() => {
    controls.current?.follow(view, box.getCenter(new Vector3()));
    invalidate();
  }, [view, box, invalidate]);

  useLayoutEffect(() => {
    model.showPlaceDone(place);
    const seenAs = steps[Math.min(Math.max(place, 1), steps.length) - 1];
    if (seenAs && !controls.current?.following) controls.current?.lookAtStep(seenAs, true);
    invalidate();
  }, [model, steps, place, invalidate]);

  useLayoutEffect(() => {
    model.point(pointed);
    invalidate();
  }, [model, pointed, invalidate]);

  useMotion((seconds) => controls.current?.advance(seconds) ?? false, turn.camera);

  return (
    <>
      <StudioProduct model={model}>
        <Marks marks={marks} extent={extent} />
      </StudioProduct>
      <ViewControls ref={controls} extent={extent} minDistance={extent * 0.2} maxPolarAngle={Math.PI} />
      <Presses model={model} onPress={onPress} />
    </>
  );
}
