import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language, Reply } from '#protocol';
import { demoShopper } from '../demo/index.ts';
import { customers } from '../orders/tables.ts';
import { customerGraceMs, staffGraceMs } from './hand-offs/keep-attended.ts';
import { openTestDesk, type TestDesk } from './testing/desk-app.ts';

const minute = 60_000;

describe('nobody waits for somebody who is not there', () => {
  let app: TestDesk;
  let told: Reply[];
  let another: string;
  beforeEach(async () => {
    app = await openTestDesk();
    told = [];
    const rows = await app.store.db.select({ id: customers.id }).from(customers).limit(2);
    another = rows.find(({ id }) => id !== demoShopper)?.id ?? '';
    app.bus.subscribe('customer_told', ({ reply }) => told.push(reply));
  });
  afterEach(async () => {
    await app.close();
    expect(app.faults).toEqual([]);
  });

  const queue = () => app.staffDesk.queue();
  /** A customer whose page is open, taken by the agent. */
  async function taken(language: Language = 'en') {
    const ana = await app.page('agent');
    const shopper = await app.asksForPerson(demoShopper, language);
    const leave = app.customers.enter(shopper.id);
    const [entry] = await queue();
    await app.staffDesk.accept(ana.who.member, entry?.handoff ?? 0);
    return { ana, leave, ...shopper };
  }
  const gone = async ({ socket }: Awaited<ReturnType<TestDesk['page']>>) => {
    const left = new Promise<void>((resolve) => {
      const stop = app.bus.subscribe('presence_changed', () => {
        stop();
        resolve();
      });
    });
    socket.terminate();
    await left;
  };

  it('a conversation whose member of staff stays offline goes back to the front, and its customer is told', async () => {
    const { ana, id } = await taken();
    const upset = await app.asksForPerson(another);
    app.customers.enter(upset.id);
    const joined: unknown[] = [];
    app.bus.subscribe('staff_joined', (news) => joined.push(news));
    await gone(ana);
    app.pass(staffGraceMs / 2);
    await app.staffDesk.seeToUnattended();
    expect(await app.staffDesk.heldBy(ana.who.member.id)).toEqual([id]);
    app.pass(staffGraceMs / 2);
    await Promise.all([app.staffDesk.seeToUnattended(), app.staffDesk.seeToUnattended()]);
    expect(await app.staffDesk.heldBy(ana.who.member.id)).toEqual([]);
    const [first] = await queue();
    expect(first?.conversation).toBe(id);
    expect(first?.reasons[0]).toEqual({ because: 'returned', points: 60 });
    expect(joined).toEqual([{ conversation: id, staff: null }]);
    expect(told.map(({ text }) => text)).toEqual([
      'The colleague who was helping you had to leave. You are the first in the queue again, and somebody else takes over.',
    ]);
  });

  it('and in the language that they speak', async () => {
    const { ana } = await taken('zh');
    await gone(ana);
    app.pass(staffGraceMs);
    await app.staffDesk.seeToUnattended();
    expect(told[0]?.text).toMatch(/^刚才为您服务的同事暂时离开了。您重新排在第一位/);
  });

  it('a reload of the desk keeps what somebody has', async () => {
    const { ana, id } = await taken();
    await gone(ana);
    app.pass(staffGraceMs / 2);
    await app.openPage(ana.who.cookie).then((page) => page.hello());
    app.pass(staffGraceMs * 2);
    await app.staffDesk.seeToUnattended();
    expect(await app.staffDesk.heldBy(ana.who.member.id)).toEqual([id]);
  });

  it('whoever is turned off keeps nobody, though their page was open', async () => {
    const { ana, id } = await taken();
    await app.staff.change(ana.who.member.id, { active: false });
    await app.staffDesk.seeToUnattended();
    expect((await queue()).map(({ conversation }) => conversation)).toEqual([id]);
    expect(told).toHaveLength(1);
  });

  it('a waiting customer who closed the page sinks, and is let go after a while', async () => {
    const first = await app.asksForPerson();
    const leave = app.customers.enter(first.id);
    app.pass(5 * minute);
    const second = await app.asksForPerson(another);
    app.customers.enter(second.id);
    const order = async () => (await queue()).map(({ conversation }) => conversation);
    expect(await order()).toEqual([first.id, second.id]);
    leave();
    expect(await order()).toEqual([first.id, second.id]);
    app.pass(minute);
    expect(await order()).toEqual([second.id, first.id]);
    expect((await queue())[1]?.awaySince).toEqual(expect.any(String));
    const back = app.customers.enter(first.id);
    expect(await order()).toEqual([first.id, second.id]);
    back();
    app.pass(customerGraceMs);
    await app.staffDesk.seeToUnattended();
    expect(await order()).toEqual([second.id]);
    expect((await app.staffDesk.figures()).handled).toBe(0);
  });

  it('somebody who asks again in another window waits once, in the place that they had', async () => {
    const before = await app.asksForPerson();
    app.pass(5 * minute);
    const again = await app.asksForPerson();
    const entries = await queue();
    expect(entries.map(({ conversation }) => conversation)).toEqual([again.id]);
    expect(before.id).not.toBe(again.id);
    expect(entries[0]?.reasons.find(({ because }) => because === 'waiting')?.points).toBeGreaterThanOrEqual(
      9,
    );
    expect(entries[0]?.reasons.some(({ because }) => because === 'repeat_contact')).toBe(false);
  });
});
