import { and, eq } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import { createAccount } from './accounts.ts';
import type { StaffRow } from './member.ts';
import { staff, staffSessions } from './tables.ts';

/** They have no password, and their addresses no mailbox: RFC 2606 keeps example.com for examples. */
const people = [
  { name: 'Ana Reyes', email: 'ana.reyes@example.com', role: 'agent' },
  { name: 'Sam Okafor', email: 'sam.okafor@example.com', role: 'supervisor' },
] as const;
export type DemoRole = (typeof people)[number]['role'];

/** Two members of staff for the demo shop; without it they are away and signed out. */
export async function prepareDemoStaff(db: Db, offered: boolean, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    if (offered) {
      const known = await tx.select().from(staff).where(eq(staff.demo, true));
      for (const person of people)
        if (!known.some(({ email }) => email === person.email))
          await createAccount(tx, { ...person, demo: true }, now);
    }
    const changed = await tx.update(staff).set({ active: offered }).where(eq(staff.demo, true)).returning();
    if (!offered)
      for (const { id } of changed) await tx.delete(staffSessions).where(eq(staffSessions.staff, id));
  });
}

/** Whoever of the two has the role, while the demo is offered. */
export async function demoMember(db: Db, role: DemoRole): Promise<StaffRow | undefined> {
  const email = people.find((person) => person.role === role)?.email ?? '';
  const [row] = await db
    .select()
    .from(staff)
    .where(and(eq(staff.demo, true), eq(staff.active, true), eq(staff.email, email)));
  return row;
}
