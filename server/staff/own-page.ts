import { HexkeyError } from '../errors.ts';

interface Asked {
  host: string;
  headers: { origin?: string | undefined };
}

/** The rule for everything that a session's cookie may do: only pages of this very server ask for it. */
export const ownPageRule = (publicUrl: string | undefined) => {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  /** Throws `foreign_origin`. Browsers name the page's origin with everything but a plain GET, and a page cannot forge it. */
  return ({ headers: { origin }, host }: Asked): void => {
    if (
      origin !== undefined &&
      (origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === host))
    )
      return;
    throw new HexkeyError(
      'foreign_origin',
      "Only the desk's own pages may do this. Open the desk and try again.",
    );
  };
};
export type OwnPageRule = ReturnType<typeof ownPageRule>;
