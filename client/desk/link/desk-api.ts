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
  type PasswordChange,
  type PasswordReset,
  type SetUp,
  type SignInWays,
  type StaffAccount,
  type StaffChange,
  type StaffSession,
  type Ticket,
  type TicketDraft,
  type TicketFilter,
  type TicketPage,
} from '#protocol/desk/index';
import { isStoredArticle } from '../../article/index.ts';
import { listOf, nothing, request } from '../../http.ts';
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
  isTicketPage,
} from '../checks.ts';

type Fields<Stored> = Omit<Stored, 'id'>;

/**
 * What the desk asks for outside its socket. The session's cookie goes along by itself. All reject with `RefusedError` when
 * the server says no, or with a TypeError where it cannot be reached.
 */
export const deskApi = {
  ways: (): Promise<SignInWays> => request(deskPaths.ways, isSignInWays),
  session: (): Promise<StaffSession> => request(deskPaths.session, isStaffSession),
  signIn: (credentials: Credentials): Promise<StaffSession> =>
    request(deskPaths.session, isStaffSession, { method: 'POST', body: credentials }),
  signInToDemo: (wish: DemoSignIn): Promise<StaffSession> =>
    request(deskPaths.demoSession, isStaffSession, { method: 'POST', body: wish }),
  signOut: (): Promise<unknown> => request(deskPaths.session, nothing, { method: 'DELETE' }),
  setUp: (setUp: SetUp): Promise<StaffSession> =>
    request(deskPaths.setUp, isStaffSession, { method: 'POST', body: setUp }),
  acceptInvitation: (answer: InvitationAnswer): Promise<StaffSession> =>
    request(deskPaths.acceptInvitation, isStaffSession, { method: 'POST', body: answer }),

  resetPassword: (answer: PasswordReset): Promise<StaffSession> =>
    request(deskPaths.resetPassword, isStaffSession, { method: 'POST', body: answer }),

  /** One's own. Other pages that are signed in are signed out. */
  changePassword: (change: PasswordChange): Promise<StaffSession> =>
    request(deskPaths.password, isStaffSession, { method: 'POST', body: change }),

  members: (): Promise<StaffAccount[]> => request(deskPaths.members, listOf(isStaffAccount)),
  changeMember: (id: string, change: StaffChange): Promise<StaffAccount> =>
    request(`${deskPaths.members}/${encodeURIComponent(id)}`, isStaffAccount, {
      method: 'PATCH',
      body: change,
    }),
  /** A link that gives an account a new password. */
  resetLink: (id: string): Promise<InvitationLink> =>
    request(deskPaths.resetLink(id), isInvitationLink, { method: 'POST' }),
  invitations: (): Promise<Invitation[]> => request(deskPaths.invitations, listOf(isInvitation)),
  invite: (invitation: InvitationRequest): Promise<InvitationLink> =>
    request(deskPaths.invitations, isInvitationLink, { method: 'POST', body: invitation }),

  replies: (): Promise<CannedReply[]> => request(deskPaths.replies, listOf(isCannedReply)),
  addReply: (reply: Fields<CannedReply>): Promise<CannedReply> =>
    request(deskPaths.replies, isCannedReply, { method: 'POST', body: reply }),
  changeReply: ({ id, ...reply }: CannedReply): Promise<CannedReply> =>
    request(`${deskPaths.replies}/${id}`, isCannedReply, { method: 'PUT', body: reply }),
  removeReply: (id: number): Promise<unknown> =>
    request(`${deskPaths.replies}/${id}`, nothing, { method: 'DELETE' }),

  articles: (): Promise<StoredArticle[]> => request(articleDeskPath, listOf(isStoredArticle)),
  writeArticle: (article: Article): Promise<StoredArticle> =>
    request(articleDeskPath, isStoredArticle, { method: 'PUT', body: article }),
  removeArticle: ({ id, language }: Pick<Article, 'id' | 'language'>): Promise<unknown> =>
    request(`${articleDeskPath}/${id}?language=${language}`, nothing, { method: 'DELETE' }),
  gaps: (): Promise<Gap[]> => request(gapDeskPath, listOf(isGap)),
  dismissGap: (id: number): Promise<unknown> =>
    request(`${gapDeskPath}/${id}`, nothing, { method: 'DELETE' }),
  teach: (lesson: Lesson): Promise<unknown> =>
    request(`${gapDeskPath}/lessons`, nothing, { method: 'POST', body: lesson }),

  addNote: (conversation: string, text: string): Promise<InternalNote> =>
    request(deskPaths.notes(conversation), isInternalNote, { method: 'POST', body: { text } }),
  draft: (conversation: string): Promise<TicketDraft> =>
    request(deskPaths.draft(conversation), isTicketDraft),
  stills: (conversation: string): Promise<Still[]> =>
    request(deskPaths.stills(conversation), listOf(isStill)),
  recordings: (conversation?: string): Promise<CallRecording[]> =>
    request(
      conversation === undefined
        ? deskPaths.recordings
        : `${deskPaths.recordings}?conversation=${encodeURIComponent(conversation)}`,
      listOf(isCallRecording),
    ),
  removeRecording: (call: string): Promise<unknown> =>
    request(deskPaths.recording(call), nothing, { method: 'DELETE' }),
  tickets: ({ which, department, search, page }: TicketFilter): Promise<TicketPage> =>
    request(
      `${deskPaths.tickets}?${new URLSearchParams({
        which,
        page: `${page}`,
        ...(department && { department }),
        ...(search && { search }),
      })}`,
      isTicketPage,
    ),
  openTicket: (draft: TicketDraft): Promise<Ticket> =>
    request(deskPaths.tickets, isTicket, { method: 'POST', body: draft }),
};

export type DeskApi = typeof deskApi;
