import {
  type Article,
  articleDeskPath,
  type Gap,
  gapDeskPath,
  type Lesson,
  type StoredArticle,
} from '#protocol/article';
import type { Still } from '#protocol/call/index';
import {
  type CallRecording,
  type CannedReply,
  type Credentials,
  type DemoSignIn,
  deskPaths,
  type InternalNote,
  type Invitation,
  type InvitationAnswer,
  type InvitationLink,
  type InvitationRequest,
  type PasswordReset,
  type SetUp,
  type SignInWays,
  type StaffAccount,
  type StaffChange,
  type StaffSession,
  type Ticket,
  type TicketDraft,
} from '#protocol/desk/index';
import { isStoredArticle } from '../../article/index.ts';
import {
  isCallRecording,
  isCannedReply,
  isGap,
  isInternalNote,
  isInvitation,
  isInvitationLink,
  isSignInWays,
  isStaffAccount,
  isStaffSession,
  isStill,
  isTicket,
  isTicketDraft,
} from '../checks.ts';
import { ask, listOf, nothing } from './http.ts';

type Fields<Stored> = Omit<Stored, 'id'>;

/**
 * What the desk asks for outside its socket. The session's cookie goes along by itself. All reject with `RefusedError` when
 * the server says no, or with a TypeError where it cannot be reached.
 */
export const deskApi = {
  ways: (): Promise<SignInWays> => ask(deskPaths.ways, isSignInWays),
  session: (): Promise<StaffSession> => ask(deskPaths.session, isStaffSession),
  signIn: (credentials: Credentials): Promise<StaffSession> =>
    ask(deskPaths.session, isStaffSession, 'POST', credentials),
  signInToDemo: (wish: DemoSignIn): Promise<StaffSession> =>
    ask(deskPaths.demoSession, isStaffSession, 'POST', wish),
  signOut: (): Promise<unknown> => ask(deskPaths.session, nothing, 'DELETE'),
  setUp: (setUp: SetUp): Promise<StaffSession> => ask(deskPaths.setUp, isStaffSession, 'POST', setUp),
  acceptInvitation: (answer: InvitationAnswer): Promise<StaffSession> =>
    ask(deskPaths.acceptInvitation, isStaffSession, 'POST', answer),

  resetPassword: (answer: PasswordReset): Promise<StaffSession> =>
    ask(deskPaths.resetPassword, isStaffSession, 'POST', answer),

  members: (): Promise<StaffAccount[]> => ask(deskPaths.members, listOf(isStaffAccount)),
  changeMember: (id: string, change: StaffChange): Promise<StaffAccount> =>
    ask(`${deskPaths.members}/${encodeURIComponent(id)}`, isStaffAccount, 'PATCH', change),
  invitations: (): Promise<Invitation[]> => ask(deskPaths.invitations, listOf(isInvitation)),
  invite: (request: InvitationRequest): Promise<InvitationLink> =>
    ask(deskPaths.invitations, isInvitationLink, 'POST', request),

  replies: (): Promise<CannedReply[]> => ask(deskPaths.replies, listOf(isCannedReply)),
  addReply: (reply: Fields<CannedReply>): Promise<CannedReply> =>
    ask(deskPaths.replies, isCannedReply, 'POST', reply),
  changeReply: ({ id, ...reply }: CannedReply): Promise<CannedReply> =>
    ask(`${deskPaths.replies}/${id}`, isCannedReply, 'PUT', reply),
  removeReply: (id: number): Promise<unknown> => ask(`${deskPaths.replies}/${id}`, nothing, 'DELETE'),

  articles: (): Promise<StoredArticle[]> => ask(articleDeskPath, listOf(isStoredArticle)),
  writeArticle: (article: Article): Promise<StoredArticle> =>
    ask(articleDeskPath, isStoredArticle, 'PUT', article),
  removeArticle: ({ id, language }: Pick<Article, 'id' | 'language'>): Promise<unknown> =>
    ask(`${articleDeskPath}/${id}?language=${language}`, nothing, 'DELETE'),
  gaps: (): Promise<Gap[]> => ask(gapDeskPath, listOf(isGap)),
  dismissGap: (id: number): Promise<unknown> => ask(`${gapDeskPath}/${id}`, nothing, 'DELETE'),
  teach: (lesson: Lesson): Promise<unknown> => ask(`${gapDeskPath}/lessons`, nothing, 'POST', lesson),

  addNote: (conversation: string, text: string): Promise<InternalNote> =>
    ask(deskPaths.notes(conversation), isInternalNote, 'POST', { text }),
  draft: (conversation: string): Promise<TicketDraft> => ask(deskPaths.draft(conversation), isTicketDraft),
  stills: (conversation: string): Promise<Still[]> => ask(deskPaths.stills(conversation), listOf(isStill)),
  recordings: (conversation?: string): Promise<CallRecording[]> =>
    ask(
      conversation === undefined
        ? deskPaths.recordings
        : `${deskPaths.recordings}?conversation=${encodeURIComponent(conversation)}`,
      listOf(isCallRecording),
    ),
  removeRecording: (call: string): Promise<unknown> => ask(deskPaths.recording(call), nothing, 'DELETE'),
  openTicket: (draft: TicketDraft): Promise<Ticket> => ask(deskPaths.tickets, isTicket, 'POST', draft),
};

export type DeskApi = typeof deskApi;
