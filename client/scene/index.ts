export { RemoteScene, type RemoteSceneProps } from './RemoteScene.tsx';
export { SceneCanvas } from './SceneCanvas.tsx';
export { StepScene, type StepSceneProps } from './StepScene.tsx';
