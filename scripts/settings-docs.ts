import { writeFileSync } from 'node:fs';
import { fromRoot } from '../server/paths.ts';
import { configurationPage, environmentExample } from './settings/write-settings.ts';

// `npm run docs:settings`: writes docs/configuration.md and .env.example from the settings' schema.
writeFileSync(fromRoot('docs', 'configuration.md'), configurationPage());
writeFileSync(fromRoot('.env.example'), environmentExample());
