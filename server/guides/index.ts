export { type GuideLibrary, openLibrary } from './library.ts';
export { type Finding, parseGuide } from './parse.ts';
export { readGuideFolder } from './read-folder.ts';
