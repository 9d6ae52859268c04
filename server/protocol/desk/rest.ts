import Type, { type Static } from 'typebox';
import { Moment } from '../order.ts';
import { StaffMember, StaffRole } from './staff.ts';

/** Addresses of what a staff page asks for outside its socket. Signed in by the session cookie alone. */
export const deskPaths = {
  /** GET → `SignInWays`; open to everybody. */
  ways: '/v1/staff/ways',
  /** GET → `StaffSession`; POST `Credentials` → `StaffSession`; DELETE signs out. */
  session: '/v1/staff/session',
  /** POST `DemoSignIn` → `StaffSession`; only where the demo is offered. */
  demoSession: '/v1/staff/session/demo',
  /** The browser goes there to sign in with the shop's identity provider and comes back to `/desk`. */
  oidc: '/v1/staff/oidc',
  /** POST `SetUp` → `StaffSession`: the first admin, with the token of the link that the first start prints. */
  setUp: '/v1/staff/set-up',
  /** Admins: GET → `Invitation[]`; POST `InvitationRequest` → `InvitationLink`. */
  invitations: '/v1/staff/invitations',
  /** POST `InvitationAnswer` → `StaffSession`. */
  acceptInvitation: '/v1/staff/invitations/accept',
  /** One's own: POST `PasswordChange` → `StaffSession`; other sessions end. */
  password: '/v1/staff/password',
  /** POST `PasswordReset` → `StaffSession`: a new password, by a link that an admin made. */
  resetPassword: '/v1/staff/password/reset',
  /** Admins: POST → `InvitationLink`, which gives the account a new password. */
  resetLink: (id: string) => `/v1/staff/members/${encodeURIComponent(id)}/reset`,
  /** Admins: GET → `StaffAccount[]`; PATCH `/:id` with `StaffChange` → `StaffAccount`. */
  members: '/v1/staff/members',
  /** GET → `CannedReply[]`; supervisors: POST, PUT `/:id`, DELETE `/:id`. */
  replies: '/v1/desk/replies',
  /** POST `{ text }` → `InternalNote`. */
  notes: (conversation: string) => `/v1/desk/conversations/${encodeURIComponent(conversation)}/notes`,
  /** GET → `TicketDraft`, filled in from the conversation. */
  draft: (conversation: string) => `/v1/desk/conversations/${encodeURIComponent(conversation)}/draft`,
  /** GET → `Still[]`, oldest first. */
  stills: (conversation: string) => `/v1/desk/conversations/${encodeURIComponent(conversation)}/stills`,
  /** Supervisors: GET → `CallRecording[]`, newest first, of all or of `?conversation=`. */
  recordings: '/v1/desk/recordings',
  /** Supervisors: GET → one track of it as WebM, whole or in ranges. */
  recordedTrack: (track: string) => `/v1/desk/recordings/tracks/${encodeURIComponent(track)}`,
  /** Supervisors: DELETE all of one call. */
  recording: (call: string) => `/v1/desk/recordings/${encodeURIComponent(call)}`,
  /** POST `TicketDraft` → `Ticket`. */
  tickets: '/v1/desk/tickets',
  /** POST `Rating`, by the customer with their own token, once. */
  rating: (conversation: string) => `/v1/conversations/${encodeURIComponent(conversation)}/rating`,
} as const;

/** The staff face's addresses: one document for all. A token stands behind `#`, where no log and no referrer gets it. */
export const deskPages = {
  desk: '/desk',
  setUp: '/desk/set-up',
  invitation: '/desk/invitation',
  reset: '/desk/reset',
  guest: '/desk/guest',
} as const;

const Password = Type.String({ minLength: 1, maxLength: 200 });
/** A password that somebody chooses. */
export const NewPassword = Type.String({ minLength: 12, maxLength: 200 });
const Token = Type.String({ minLength: 16, maxLength: 512 });

export const SignInWays = Type.Object({
  password: Type.Boolean(),
  /** The name on the button, such as "Example GmbH". */
  oidc: Type.Optional(Type.Object({ name: Type.String() })),
  demo: Type.Boolean(),
  /** Nobody has an account yet: the set-up link is asked for. */
  setUp: Type.Boolean(),
});
export type SignInWays = Static<typeof SignInWays>;

export const StaffSession = Type.Object({
  staff: StaffMember,
  /** Without a sign of life until then, the session ends; being there prolongs it. */
  expiresAt: Moment,
});
export type StaffSession = Static<typeof StaffSession>;

export const Credentials = Type.Object({ email: Type.String({ maxLength: 200 }), password: Password });
export type Credentials = Static<typeof Credentials>;

/** Whom the demo signs in as; an agent where nothing is said. */
export const DemoSignIn = Type.Object({ role: Type.Optional(Type.Enum(['agent', 'supervisor'])) });
export type DemoSignIn = Static<typeof DemoSignIn>;

export const SetUp = Type.Object({
  token: Token,
  name: StaffMember.properties.name,
  email: StaffMember.properties.email,
  password: NewPassword,
});
export type SetUp = Static<typeof SetUp>;

export const InvitationRequest = Type.Object({ email: StaffMember.properties.email, role: StaffRole });
export type InvitationRequest = Static<typeof InvitationRequest>;

export const Invitation = Type.Object({
  email: StaffMember.properties.email,
  role: StaffRole,
  expiresAt: Moment,
});
export type Invitation = Static<typeof Invitation>;

/** The link is shown once, to be handed on. */
export const InvitationLink = Type.Object({ ...Invitation.properties, link: Type.String() });
export type InvitationLink = Static<typeof InvitationLink>;

export const InvitationAnswer = Type.Object({
  token: Token,
  name: StaffMember.properties.name,
  password: NewPassword,
});
export type InvitationAnswer = Static<typeof InvitationAnswer>;

export const PasswordChange = Type.Object({ current: Password, password: NewPassword });
export type PasswordChange = Static<typeof PasswordChange>;

export const PasswordReset = Type.Object({ token: Token, password: NewPassword });
export type PasswordReset = Static<typeof PasswordReset>;

export const StaffAccount = Type.Object({
  ...StaffMember.properties,
  active: Type.Boolean(),
  lastSeenAt: Type.Optional(Moment),
});
export type StaffAccount = Static<typeof StaffAccount>;

export const StaffChange = Type.Object({
  role: Type.Optional(StaffRole),
  active: Type.Optional(Type.Boolean()),
});
export type StaffChange = Static<typeof StaffChange>;

/** How the customer found a conversation with staff: 1 is bad, 5 very good. */
export const Rating = Type.Object({ stars: Type.Integer({ minimum: 1, maximum: 5 }) });
export type Rating = Static<typeof Rating>;
