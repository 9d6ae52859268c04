import type { StaffMember, StaffRole } from '#protocol';

/** The part of a request that says who asks. */
export interface StaffAsking {
  headers: { cookie?: string | undefined };
}

export interface StaffSignedIn {
  staff: StaffMember;
  /** Names the session, and cannot be used to sign in. */
  session: string;
  /** Without a sign of life until then it ends. */
  expiresAt: Date;
}

/** Who works for the shop. */
export interface Staff {
  /** Who asks; a sign of life of their session. Throws `not_signed_in`, and `forbidden` where `least` is more than their role. */
  signedIn(request: StaffAsking, least?: StaffRole): Promise<StaffSignedIn>;
  /** A sign of life of a session. Undefined when it has ended. */
  stillSignedIn(session: string): Promise<StaffSignedIn | undefined>;
  /** Those who may sign in, by name. */
  members(): Promise<StaffMember[]>;
}
