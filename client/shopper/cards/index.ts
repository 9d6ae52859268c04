export { Milestones } from './Milestones.tsx';
export { OrderEvents } from './OrderEvents.tsx';
