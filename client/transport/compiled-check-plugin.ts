import { fileURLToPath } from 'node:url';
import Type, { type TSchema } from 'typebox';
import { Code } from 'typebox/compile';
import type { Plugin } from 'vite';
import { Gap, StoredArticle } from '#protocol/article';
import { DrawEvent, PeerPointing, PeerView } from '#protocol/call/drawing';
import { CallEvent } from '#protocol/call/event';
import { Still } from '#protocol/call/room';
import { InternalNote } from '#protocol/desk/queue';
import { CallRecording } from '#protocol/desk/recording';
import { Invitation, InvitationLink, SignInWays, StaffAccount, StaffSession } from '#protocol/desk/rest';
import { DeskEvent } from '#protocol/desk/socket';
import { CannedReply, Ticket, TicketDraft, TicketPage } from '#protocol/desk/ticket';
import { Guide } from '#protocol/guide';
import { GuideBrief, GuideProgress, OwnGuide } from '#protocol/guide-progress';
import { PageMessage } from '#protocol/voice';
import { TicketChanges } from '../desk/ticket/ticket-changes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules that hold checks and nothing else: what each is exported by, and its schema. */
const checks: Record<string, Record<string, TSchema>> = {
  [here('./checks.ts')]: { isServerMessage: PageMessage },
  [here('../call/checks.ts')]: {
    isCallEvent: CallEvent,
    isDrawEvent: DrawEvent,
    isPeerPointing: PeerPointing,
    isPeerView: PeerView,
  },
  [here('../guide/checks.ts')]: {
    isGuide: Guide,
    isGuideProgress: GuideProgress,
    areGuideBriefs: Type.Array(GuideBrief),
    areOwnGuides: Type.Array(OwnGuide),
  },
  [here('../article/checks.ts')]: { isStoredArticle: StoredArticle },
  [here('../desk/checks.ts')]: {
    isDeskEvent: DeskEvent,
    isSignInWays: SignInWays,
    isStaffSession: StaffSession,
    isStaffAccount: StaffAccount,
    isInvitation: Invitation,
    isInvitationLink: InvitationLink,
    isCannedReply: CannedReply,
    isTicketDraft: TicketDraft,
    isTicketPage: TicketPage,
    isTicketChanges: TicketChanges,
    isGap: Gap,
    isCallRecording: CallRecording,
    isTicket: Ticket,
    isInternalNote: InternalNote,
    isStill: Still,
  },
};

const schemas: Record<string, TSchema | undefined> = Object.assign({}, ...Object.values(checks));

/** What a check is compiled to is a module of its own, so that a page loads those alone that it asks for. */
const compiledModule = 'hexkey-compiled-check:';

/**
 * Compiles the schemas of what the server sends to plain code when the client is built: a third of the schema library's
 * weight, and no code made at run time, which the content security policy forbids.
 */
export function compiledCheck(): Plugin {
  return {
    name: 'hexkey-compiled-check',
    apply: 'build',
    resolveId: (source) => (source.startsWith(compiledModule) ? `\0${source}` : undefined),
    load(id) {
      const modules = checks[id];
      if (modules)
        return Object.keys(modules)
          .map((name) => `export { Check as ${name} } from '${compiledModule}${name}';\n`)
          .join('');
      const name = id.startsWith(`\0${compiledModule}`) ? id.slice(compiledModule.length + 1) : undefined;
      const schema = name === undefined ? undefined : schemas[name];
      return schema && compiled(schema, name);
    },
  };
}

function compiled(schema: TSchema, name = ''): string {
  const { Code: code, External: external } = Code(schema);
  const values = external.variables.map((value) => {
    if (value instanceof RegExp) return String(value);
    throw new Error(
      `The schema behind ${name} has a part that is no plain code: extend compiled-check-plugin.ts`,
    );
  });
  return `${code}\nSetExternal({ variables: [${values.join(', ')}] });\n`;
}
