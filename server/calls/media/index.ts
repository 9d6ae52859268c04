export { createRouters, type MediaSettings } from './create-routers.ts';
export { builtWorker, fetchedWorker, findWorker, mediasoupFolder, recipe } from './worker-file.ts';
