import Type from 'typebox';
import type { Bus } from '../../bus/contract.ts';
import type { Calls } from '../../calls/contract.ts';
import type { OwnPageRule, Staff } from '../../staff/index.ts';
import type { StaffDesk } from '../contract.ts';
import type { DeskSources } from '../queue/read-queue.ts';

export interface DeskRoutesOptions {
  staff: Staff;
  desk: StaffDesk;
  bus: Bus;
  sources: DeskSources & { calls: Pick<Calls, 'stills' | 'recordings'> };
  requireOwnPage: OwnPageRule;
  now?: () => Date;
}

export const deskSchema = { tags: ['desk'], security: [{ staff: [] }] };

export const ConversationParams = Type.Object({ conversation: Type.String({ minLength: 1, maxLength: 64 }) });
