import { fileURLToPath } from 'node:url';
import type { TSchema } from 'typebox';
import { Code } from 'typebox/compile';
import type { Plugin } from 'vite';
import { DrawEvent, PeerPointing, PeerView } from '#protocol/call/drawing';
import { CallEvent } from '#protocol/call/event';
import { Still } from '#protocol/call/room';
import { InternalNote } from '#protocol/desk/queue';
import { CallRecording } from '#protocol/desk/recording';
import { Invitation, InvitationLink, SignInWays, StaffAccount, StaffSession } from '#protocol/desk/rest';
import { DeskEvent } from '#protocol/desk/socket';
import { CannedReply, Ticket, TicketDraft } from '#protocol/desk/ticket';
import { Guide } from '#protocol/guide';
import { GuideProgress } from '#protocol/guide-progress';
import { PageMessage } from '#protocol/voice';
import { TicketChanges } from '../desk/ticket/ticket-changes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules that hold one check each: the name it is exported by, and its schema. */
const checks: Record<string, { name: string; schema: TSchema }> = {
  [here('./is-server-message.ts')]: { name: 'isServerMessage', schema: PageMessage },
  [here('../call/link/is-call-event.ts')]: { name: 'isCallEvent', schema: CallEvent },
  [here('../call/channels/is-draw-event.ts')]: { name: 'isDrawEvent', schema: DrawEvent },
  [here('../call/channels/is-peer-pointing.ts')]: { name: 'isPeerPointing', schema: PeerPointing },
  [here('../call/channels/is-peer-view.ts')]: { name: 'isPeerView', schema: PeerView },
  [here('../guide/link/is-guide.ts')]: { name: 'isGuide', schema: Guide },
  [here('../guide/link/is-guide-progress.ts')]: { name: 'isGuideProgress', schema: GuideProgress },
  [here('../desk/link/is-desk-event.ts')]: { name: 'isDeskEvent', schema: DeskEvent },
  [here('../desk/link/checks/is-sign-in-ways.ts')]: { name: 'isSignInWays', schema: SignInWays },
  [here('../desk/link/checks/is-staff-session.ts')]: { name: 'isStaffSession', schema: StaffSession },
  [here('../desk/link/checks/is-staff-account.ts')]: { name: 'isStaffAccount', schema: StaffAccount },
  [here('../desk/link/checks/is-invitation.ts')]: { name: 'isInvitation', schema: Invitation },
  [here('../desk/link/checks/is-invitation-link.ts')]: { name: 'isInvitationLink', schema: InvitationLink },
  [here('../desk/link/checks/is-canned-reply.ts')]: { name: 'isCannedReply', schema: CannedReply },
  [here('../desk/link/checks/is-ticket-draft.ts')]: { name: 'isTicketDraft', schema: TicketDraft },
  [here('../desk/link/checks/is-ticket-changes.ts')]: { name: 'isTicketChanges', schema: TicketChanges },
  [here('../desk/link/checks/is-call-recording.ts')]: { name: 'isCallRecording', schema: CallRecording },
  [here('../desk/link/checks/is-ticket.ts')]: { name: 'isTicket', schema: Ticket },
  [here('../desk/link/checks/is-internal-note.ts')]: { name: 'isInternalNote', schema: InternalNote },
  [here('../desk/link/checks/is-still.ts')]: { name: 'isStill', schema: Still },
};

/**
 * Compiles the schemas of what the server sends to plain code when the client is built: a third of the schema library's
 * weight, and no code made at run time, which the content security policy forbids.
 */
export function compiledCheck(): Plugin {
  return {
    name: 'hexkey-compiled-check',
    apply: 'build',
    load(id) {
      const check = checks[id];
      return check && compiled(check.name, check.schema);
    },
  };
}

function compiled(name: string, schema: TSchema): string {
  const { Code: code, External: external } = Code(schema);
  const values = external.variables.map((value) => {
    if (value instanceof RegExp) return String(value);
    throw new Error(
      `The schema behind ${name} has a part that is no plain code: extend compiled-check-plugin.ts`,
    );
  });
  return `${code}\nSetExternal({ variables: [${values.join(', ')}] });\nexport { Check as ${name} };\n`;
}
