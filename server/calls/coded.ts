import type { HexkeyError } from '../errors.ts';
import { codedError } from '../store/index.ts';

/** What somebody in a call is told of an error; what nobody foresaw without its insides. */
export const coded = (error: unknown): HexkeyError =>
  codedError(error, 'That went wrong on our side. Please try again.');
