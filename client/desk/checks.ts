// A production build puts compiled checks in this module's place: see transport/compiled-check-plugin.ts.
import Value from 'typebox/value';
import { Gap } from '#protocol/article';
import { Still } from '#protocol/call/room';
import { InternalNote } from '#protocol/desk/queue';
import { CallRecording } from '#protocol/desk/recording';
import { Invitation, InvitationLink, SignInWays, StaffAccount, StaffSession } from '#protocol/desk/rest';
import { DeskEvent } from '#protocol/desk/socket';
import { CannedReply, Ticket, TicketDraft, TicketPage } from '#protocol/desk/ticket';
import { TicketChanges } from './ticket/ticket-changes.ts';

export const isDeskEvent = (value: unknown): value is DeskEvent => Value.Check(DeskEvent, value);
export const isCallRecording = (value: unknown): value is CallRecording => Value.Check(CallRecording, value);
export const isGap = (value: unknown): value is Gap => Value.Check(Gap, value);
export const isCannedReply = (value: unknown): value is CannedReply => Value.Check(CannedReply, value);
export const isInternalNote = (value: unknown): value is InternalNote => Value.Check(InternalNote, value);
export const isInvitationLink = (value: unknown): value is InvitationLink =>
  Value.Check(InvitationLink, value);
export const isInvitation = (value: unknown): value is Invitation => Value.Check(Invitation, value);
export const isSignInWays = (value: unknown): value is SignInWays => Value.Check(SignInWays, value);
export const isStaffAccount = (value: unknown): value is StaffAccount => Value.Check(StaffAccount, value);
export const isStaffSession = (value: unknown): value is StaffSession => Value.Check(StaffSession, value);
export const isStill = (value: unknown): value is Still => Value.Check(Still, value);
export const isTicketChanges = (value: unknown): value is TicketChanges => Value.Check(TicketChanges, value);
export const isTicketDraft = (value: unknown): value is TicketDraft => Value.Check(TicketDraft, value);
export const isTicket = (value: unknown): value is Ticket => Value.Check(Ticket, value);
export const isTicketPage = (value: unknown): value is TicketPage => Value.Check(TicketPage, value);
