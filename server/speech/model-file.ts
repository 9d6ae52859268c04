import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HexkeyError } from '../errors.ts';

/** Path of a fetched model's file. Throws `model_missing` where it has not been fetched. */
export function modelFile(models: string, model: string, file: string): string {
  const path = join(models, model, file);
  if (existsSync(path)) return path;
  throw new HexkeyError(
    'model_missing',
    `The speech model ${model} is not complete: ${path} is missing. Run \`npm run models -- ${model}\` to fetch it.`,
  );
}
