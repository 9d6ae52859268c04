export { useImmersiveGuide } from './use-immersive-guide.ts';
