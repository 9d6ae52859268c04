import { RefusedError } from '../../http.ts';
import type { DeskApi } from '../link/desk-api.ts';
import { ada, draft, replies } from './samples.ts';

const session = { staff: ada, expiresAt: '2030-01-01T00:00:00Z' };

/** A server's answers as a test wants them; the later fields of `part` win. */
export const fakeApi = (part: Partial<DeskApi> = {}): DeskApi => ({
  ways: async () => ({ password: true, demo: true, setUp: false }),
  session: async () => session,
  signIn: async () => session,
  signInToDemo: async () => session,
  signOut: async () => undefined,
  setUp: async () => session,
  acceptInvitation: async () => session,
  resetPassword: async () => session,
  changePassword: async () => session,
  resetLink: async () => ({
    email: 'sam@shop.example',
    role: 'agent',
    expiresAt: '2026-11-29T18:00:00Z',
    link: '/desk/reset#0123456789abcdef0123456789abcdef',
  }),
  members: async () => [
    { ...ada, role: 'admin', active: true, lastSeenAt: '2026-11-22T18:00:00Z' },
    { id: 'staff-sam', name: 'Sam Reyes', email: 'sam@shop.example', role: 'agent', active: true },
  ],
  changeMember: async () => ({ ...ada, active: true }),
  invitations: async () => [{ email: 'noor@shop.example', role: 'agent', expiresAt: '2026-11-29T18:00:00Z' }],
  invite: async ({ email, role }) => ({
    email,
    role,
    expiresAt: '2026-11-29T18:00:00Z',
    link: '/desk/invitation#0123456789abcdef0123456789abcdef',
  }),
  replies: async () => replies,
  addReply: async (reply) => ({ id: 9, ...reply }),
  changeReply: async (reply) => reply,
  removeReply: async () => undefined,
  addNote: async (_conversation, text) => ({
    id: 2,
    by: ada.name,
    text,
    at: new Date().toISOString(),
  }),
  draft: async () => draft,
  tickets: async () => ({ tickets: [], found: 0 }),
  stills: async () => [],
  recordings: async () => [],
  removeRecording: async () => undefined,
  articles: async () => [],
  writeArticle: async (article) => ({
    ...article,
    updatedAt: '2026-11-22T18:00:00Z',
    origin: 'written',
    outdated: false,
  }),
  removeArticle: async () => undefined,
  gaps: async () => [],
  dismissGap: async () => undefined,
  teach: async () => undefined,
  openTicket: async (asked) => ({
    ...asked,
    number: 'T-10042',
    version: 1,
    openedAt: new Date().toISOString(),
    by: ada.name,
  }),
  ...part,
});

export const refuseSignIn = async (): Promise<never> => {
  throw new RefusedError('not_signed_in', 'Nobody is signed in.');
};
