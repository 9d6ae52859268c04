export { GuideApi } from './link/guide-api.ts';
