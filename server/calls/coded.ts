import { HexkeyError } from '../errors.ts';

/** What somebody in a call is told of an error; what nobody foresaw without its insides. */
export const coded = (error: unknown): HexkeyError =>
  error instanceof HexkeyError
    ? error
    : new HexkeyError('internal', 'That went wrong on our side. Please try again.', { cause: error });
