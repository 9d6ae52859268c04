import Type, { type Static } from 'typebox';
import { MoodReading } from '../mood.ts';
import { Moment } from '../order.ts';

export const staffRoles = ['agent', 'supervisor', 'admin'] as const;
/** Each role may do what those before it may. */
export const StaffRole = Type.Enum(staffRoles);
export type StaffRole = (typeof staffRoles)[number];

export const Presence = Type.Enum(['available', 'busy', 'away', 'offline']);
export type Presence = Static<typeof Presence>;

export const StaffMember = Type.Object({
  id: Type.String(),
  name: Type.String({ minLength: 1, maxLength: 60 }),
  email: Type.String({ maxLength: 200 }),
  role: StaffRole,
});
export type StaffMember = Static<typeof StaffMember>;

/** A member of staff as colleagues see them. */
export const Colleague = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: StaffRole,
  presence: Presence,
  /** The conversations they hold now. */
  conversations: Type.Array(Type.String()),
  /** The same with whom and how they are, told to supervisors alone. */
  held: Type.Optional(
    Type.Array(
      Type.Object({
        conversation: Type.String(),
        customer: Type.String(),
        mood: MoodReading,
        takenAt: Moment,
      }),
    ),
  ),
});
export type Colleague = Static<typeof Colleague>;
