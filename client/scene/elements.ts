import { extend, type ThreeElement } from '@react-three/fiber';
import { StepArrows } from '../ar/arrows.ts';
import { Dimensions } from '../ar/dimensions.ts';
import { PartLabels } from '../ar/labels.ts';
import { MarkPin } from '../ar/mark-pin.ts';
import { ProductControls } from '../ar/product-controls.ts';
import { Studio } from '../ar/room.ts';

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
