export type { Guides } from './contract.ts';
export { createGuides, type GuidesOptions } from './create-guides.ts';
export { forgetProgress } from './forget.ts';
export {
  type GuideLibrary,
  openLibrary,
  readGuideFolder,
  type WatchedLibrary,
  watchLibrary,
} from './library.ts';
export { type Finding, parseGuide } from './parse.ts';
export { guidesRoutes } from './routes.ts';
