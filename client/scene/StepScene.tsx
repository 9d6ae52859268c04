import { addAfterEffect, useThree } from '@react-three/fiber';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Box3 } from 'three';
import type { Mark } from '#protocol/call/drawing';
import {
  type GuideModel,
  nodesMovedIn,
  type ProductControls,
  StepPlayer,
  type WriteLength,
} from '../ar/index.ts';
import { Marks, Measures, Presses, StudioProduct, useFinished, ViewControls, WaysIn } from './parts.tsx';
import { turn, useMotion } from './use-motion.ts';

export interface StepSceneProps {
  model: GuideModel;
  /** 0 is laying out, then the steps from 1, then the finished product. */
  place: number;
  /** Grows when the step is to be shown once more. */
  repeats: number;
  /** 0 is together, 1 is far apart; the camera steps back with it. */
  apart: number;
  /** Pieces somebody asked to see; a new object each time. */
  asked: { nodes: readonly string[] } | undefined;
  /** Pieces that glow for as long as they are named here. */
  pointed: readonly string[];
  marks: readonly Mark[];
  /** Puts the product's size into the reader's words; `null` shows none. */
  measures: WriteLength | null;
  /** The model is in the room: nothing moves here until it is back. */
  resting: boolean;
  /** Shows where everything ends up instead of moving it there. */
  still: boolean;
  /** Lies over the picture, as large as that: letters and figures go in here. */
  layer: HTMLElement;
  onTap: (node: string) => void;
  /** The first picture is on the screen. */
  onShown: () => void;
}

/** Before the first place is shown, and where the model comes back to from the room. */
const nowhere = -1;

/** The guide in a plain page: no camera picture, no AR. */
export function StepScene(props: StepSceneProps) {
  const { model, place, repeats, apart, asked, pointed, marks, measures, resting, still, layer } = props;
  const { onTap, onShown } = props;
  const { extent } = useFinished(model);
  const { steps, stands } = model.guide;
  const step = steps[place - 1] ?? null;
  const invalidate = useThree(({ invalidate }) => invalidate);
  const player = useMemo(() => new StepPlayer(model, still), [model, still]);
  const controls = useRef<ProductControls>(null);
  const [labelled, setLabelled] = useState<readonly string[]>([]);
  const last = useRef({ place: nowhere, repeats, first: true });

  useLayoutEffect(() => {
    player.explode(apart);
    controls.current?.stepBack(apart);
    invalidate();
  }, [player, apart, invalidate]);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = { place: resting ? nowhere : place, repeats, first: false };
    invalidate();
    if (resting) {
      controls.current?.rest();
      setLabelled([]);
    } else if (before.place === place && repeats > before.repeats) player.replay();
    else {
      const shown = player.show(place);
      setLabelled(nodesMovedIn(shown));
      // The finished product is seen as the last step sees it.
      const seenAs = shown ?? steps.at(-1);
      if (seenAs) controls.current?.lookAtStep(seenAs, before.first || still);
    }
  }, [player, steps, place, repeats, resting, still, invalidate]);

  useLayoutEffect(() => {
    if (!asked || resting) return;
    player.focus(asked.nodes);
    setLabelled(asked.nodes);
    const around = boxAround(model, asked.nodes);
    if (!around.isEmpty()) controls.current?.lookAtBox(around, still);
    invalidate();
  }, [model, player, asked, resting, still, invalidate]);

  useLayoutEffect(() => {
    model.point(pointed);
    invalidate();
  }, [model, pointed, invalidate]);

  useMotion((seconds) => !resting && player.advance(seconds), turn.pieces);
  useMotion((seconds) => controls.current?.advance(seconds) ?? false, turn.camera);
  useLayoutEffect(() => {
    const stop = addAfterEffect(() => {
      stop();
      onShown();
    });
    return stop;
  }, [onShown]);

  return (
    <>
      <StudioProduct model={model}>
        <WaysIn
          model={model}
          step={resting ? null : step}
          labelled={labelled}
          apart={apart > 0}
          layer={layer}
        />
        <Measures model={model} write={resting ? null : measures} layer={layer} />
        <Marks marks={marks} extent={extent} />
      </StudioProduct>
      <ViewControls
        ref={controls}
        extent={extent}
        minDistance={extent * 0.25}
        // What hangs can be looked at from below.
        maxPolarAngle={Math.PI * (stands === 'wall' ? 0.85 : 0.52)}
      />
      <Presses model={model} onPress={onTap} />
    </>
  );
}

/** Where these pieces are now, in the world. */
function boxAround(model: GuideModel, nodes: readonly string[]): Box3 {
  const around = new Box3();
  for (const node of nodes) around.union(model.boxOf(node, new Box3()));
  model.assembly.updateWorldMatrix(true, false);
  return around.isEmpty() ? around : around.applyMatrix4(model.assembly.matrixWorld);
}
