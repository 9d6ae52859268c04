import { extend, type ThreeElement } from '@react-three/fiber';
import { Dimensions, MarkPin, PartLabels, ProductControls, StepArrows, Studio } from '../ar/index.ts';

declare module '@react-three/fiber' {
  interface ThreeElements {
    studio: ThreeElement<typeof Studio>;
    stepArrows: ThreeElement<typeof StepArrows>;
    partLabels: ThreeElement<typeof PartLabels>;
    dimensions: ThreeElement<typeof Dimensions>;
    markPin: ThreeElement<typeof MarkPin>;
    productControls: ThreeElement<typeof ProductControls>;
  }
}

// These and no others: the whole of three.js would come with the page.
extend({ Studio, StepArrows, PartLabels, Dimensions, MarkPin, ProductControls });
