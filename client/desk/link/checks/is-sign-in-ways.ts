import Value from 'typebox/value';
import { SignInWays } from '../../../../server/protocol/desk/rest.ts';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isSignInWays = (value: unknown): value is SignInWays => Value.Check(SignInWays, value);
