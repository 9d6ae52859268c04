export { ImmersiveStage, type ImmersiveState } from './immersive-stage.ts';
export type { PlacementMode, PlacementScale } from './placement.ts';
