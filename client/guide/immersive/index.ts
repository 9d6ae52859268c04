export { ImmersiveGuide, type ImmersiveGuideProps } from './ImmersiveGuide.tsx';
