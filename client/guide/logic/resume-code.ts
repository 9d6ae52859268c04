/**
 * A resume code as it was meant: capitals without spaces and dashes, and what Crockford's base 32 leaves out read as what
 * it is mistaken for.
 */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
