/** Surfaces of the shipped models: base colour in linear RGB, roughness and metalness 0-1. */
export const materials = {
  oak: { colour: [0.52, 0.33, 0.17], roughness: 0.65, metal: 0 },
  'white-laminate': { colour: [0.82, 0.82, 0.8], roughness: 0.45, metal: 0 },
  'grey-laminate': { colour: [0.3, 0.31, 0.33], roughness: 0.55, metal: 0 },
  hardboard: { colour: [0.36, 0.24, 0.14], roughness: 0.85, metal: 0 },
  beech: { colour: [0.66, 0.46, 0.26], roughness: 0.6, metal: 0 },
  'zinc-steel': { colour: [0.62, 0.63, 0.65], roughness: 0.35, metal: 1 },
  'black-steel': { colour: [0.03, 0.03, 0.035], roughness: 0.5, metal: 0.6 },
  'black-plastic': { colour: [0.025, 0.025, 0.03], roughness: 0.6, metal: 0 },
  'white-plastic': { colour: [0.8, 0.81, 0.82], roughness: 0.4, metal: 0 },
  'green-board': { colour: [0.02, 0.16, 0.08], roughness: 0.55, metal: 0 },
  gold: { colour: [0.83, 0.6, 0.22], roughness: 0.3, metal: 1 },
  glass: { colour: [0.015, 0.02, 0.03], roughness: 0.08, metal: 0.1 },
  fabric: { colour: [0.16, 0.24, 0.27], roughness: 0.95, metal: 0 },
  wall: { colour: [0.72, 0.7, 0.66], roughness: 0.9, metal: 0 },
  'yellow-cable': { colour: [0.75, 0.5, 0.02], roughness: 0.6, metal: 0 },
  'blue-cable': { colour: [0.03, 0.14, 0.5], roughness: 0.6, metal: 0 },
  'green-light': { colour: [0.05, 0.7, 0.2], roughness: 0.4, metal: 0 },
} as const satisfies Record<string, { colour: [number, number, number]; roughness: number; metal: number }>;

export type MaterialName = keyof typeof materials;
