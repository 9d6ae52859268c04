export { type FetchModelsOptions, type FetchProgress, fetchModels } from './fetch-models.ts';
export { type Manifest, type Model, modelsFor, modelsNamed, readManifest } from './manifest.ts';
