import { useState } from 'react';
import { SceneCanvas, StepScene, type StepSceneProps } from '../../scene/index.ts';
import styles from './GuideStage.module.css';

export { openModel, takePartPictures } from '../../ar/index.ts';

export interface ProductViewProps extends Omit<StepSceneProps, 'layer'> {
  /** This device cannot draw in 3D. */
  onFailed: (error: unknown) => void;
}

/** The picture of the product, with letters and figures over it. */
export function ProductView({ onFailed, ...scene }: ProductViewProps) {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  return (
    <>
      <SceneCanvas className={styles.canvas} onFailed={onFailed}>
        {layer && <StepScene {...scene} layer={layer} />}
      </SceneCanvas>
      <div ref={setLayer} className={styles.labels} />
    </>
  );
}
