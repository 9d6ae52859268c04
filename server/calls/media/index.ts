export { createRouters, type MediaSettings } from './create-routers.ts';
export { builtWorker, findWorker, mediasoupFolder, recipe } from './worker-file.ts';
