import { type GuideModel, openModel } from '../../ar/index.ts';
import { GuideApi } from '../../guide/index.ts';
import { RemoteScene, type RemoteSceneProps, SceneCanvas } from '../../scene/index.ts';
import styles from './GuideScene.module.css';
import type { SceneTool } from './SceneTools.tsx';

/** Guides are open to everybody: no token is asked for. */
const guides = new GuideApi(() => Promise.reject(new Error('The scene reads guides and nothing else.')));

/** A guide's model, which knows its guide. Rejects where either cannot be had. */
export const openGuideModel = (slug: string, onProgress: (share: number) => void): Promise<GuideModel> =>
  openModel(slug, guides.guide(slug), onProgress);

export interface RemoteViewProps extends RemoteSceneProps {
  tool: SceneTool;
  /** This device cannot draw in 3D. */
  onFailed: (error: unknown) => void;
}

/** The picture of what the customer has before them. */
export function RemoteView({ tool, onFailed, ...scene }: RemoteViewProps) {
  return (
    <SceneCanvas className={styles.canvas} tool={tool} onFailed={onFailed}>
      <RemoteScene {...scene} />
    </SceneCanvas>
  );
}
