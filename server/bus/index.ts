export type { Bus, Topic, Topics } from './contract.ts';
export { type BusOptions, createBus } from './create-bus.ts';
