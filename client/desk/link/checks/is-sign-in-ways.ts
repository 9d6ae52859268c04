import Value from 'typebox/value';
import { SignInWays } from '#protocol/desk/rest';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isSignInWays = (value: unknown): value is SignInWays => Value.Check(SignInWays, value);
