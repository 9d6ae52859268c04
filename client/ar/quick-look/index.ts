export { stepFile } from './step-file.ts';
