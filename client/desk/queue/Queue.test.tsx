// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ada, colleagues, jonas, lin, mia, ready, view, waiting } from '../testing/samples.ts';
import { type DeskOnStage, openDesk } from '../testing/stage.tsx';

let stage: DeskOnStage;
beforeEach(async () => {
  stage = await openDesk();
  await stage.say(ready(), { type: 'queue', waiting: [lin, jonas, mia] });
});
afterEach(() => stage.leave());

const names = () =>
  [...stage.box.querySelectorAll('[data-take]')].map(
    (button) => stage.box.querySelector(`#${button.getAttribute('aria-describedby')}`)?.textContent,
  );

describe('the queue', () => {
  it('shows the most urgent first, whoever waits longest among equals', async () => {
    expect(names()).toEqual(['Mia Hartley', 'Jonas Weiß', '林晓']);
    const equals = [
      waiting(11, { requestedAt: '2026-01-01T10:05:00Z' }),
      waiting(12, { requestedAt: '2026-01-01T10:00:00Z' }),
      waiting(13, { requestedAt: '2026-01-01T10:09:00Z', priority: 99 }),
    ];
    await stage.say({ type: 'queue', waiting: equals });
    expect(names()).toEqual(['Customer 13', 'Customer 12', 'Customer 11']);
  });

  it('puts those who closed the page last, and says since when', async () => {
    const away = waiting(14, { priority: 99, awaySince: new Date(Date.now() - 300_000).toISOString() });
    await stage.say({ type: 'queue', waiting: [away, waiting(15)] });
    expect(names()).toEqual(['Customer 15', 'Customer 14']);
    expect(stage.box.querySelector('[data-away="true"]')?.textContent).toContain('Page closed 5 min');
  });

  it('keeps its order with thirty who wait', async () => {
    const thirty = Array.from({ length: 30 }, (_, index) => waiting(index, { priority: (index * 7) % 30 }));
    await stage.say({ type: 'queue', waiting: thirty });
    const expected = thirty.toSorted((one, other) => other.priority - one.priority);
    expect(names()).toEqual(expected.map(({ customer }) => customer.name));
  });

  it('says why somebody comes first, the weightiest reason first', () => {
    const [first] = stage.box.querySelectorAll('ol > li');
    const reasons = [...(first?.querySelectorAll('ul li') ?? [])].map((reason) => reason.textContent);
    expect(reasons).toEqual(['Mood +40', 'Stuck +25', 'Waiting time +13', 'Order value +10']);
    for (const words of ['Frustrated', 'Step 9 of 12', '£427', 'the groove looks crooked'])
      expect(first?.textContent).toContain(words);
  });

  it('is taken from with one key: whoever comes first', async () => {
    await stage.key('t');
    expect(stage.requests('accept')).toMatchObject([{ handoff: mia.handoff }]);
  });

  it('asks once, however often the key is pressed', async () => {
    await stage.key('t');
    await stage.key('t');
    expect(stage.requests('accept')).toHaveLength(1);
  });

  it('opens the conversation that was given', async () => {
    await stage.key('t');
    await stage.say({ type: 'conversation', view, role: 'holder' });
    expect(stage.box.querySelector('h1')?.textContent).toContain('Mia Hartley');
  });

  it('leaves the key to whoever is typing', async () => {
    await stage.say({ type: 'conversation', view, role: 'holder' });
    await stage.key('t', stage.field('Write to the customer'));
    expect(stage.requests('accept')).toHaveLength(0);
  });

  it('says so when a colleague was quicker, and lets another be taken', async () => {
    await stage.key('t');
    const [asked] = stage.requests('accept');
    await stage.say(
      { type: 'refused', id: asked?.id ?? '', code: 'conflict', message: 'Taken.', retryable: false },
      { type: 'queue', waiting: [jonas] },
    );
    expect(stage.box.textContent).toContain('A colleague was quicker');
    await stage.key('t');
    expect(stage.requests('accept').at(-1)).toMatchObject({ handoff: jonas.handoff });
  });

  it('tells screen readers and the title of newcomers, not of those there before', async () => {
    const log = stage.box.querySelector('[role="log"]');
    expect(log?.textContent).toBe('');
    expect(document.title).toBe('(3) Desk');
    await stage.say({ type: 'queue', waiting: [mia, jonas, lin, waiting(9)] });
    expect(log?.textContent).toContain('Customer 9');
    expect(log?.textContent).not.toContain('Mia');
    expect(document.title).toBe('(4) Desk');
  });
});

describe('after a cut', () => {
  it('everything is as the server says anew, and what was released meanwhile is shown as such', async () => {
    await stage.say({ type: 'conversation', view, role: 'holder' });
    await stage.cut();
    expect(stage.box.textContent).toContain('Connection lost');
    await stage.reconnected();
    const mine = colleagues.map((one) => (one.id === ada.id ? { ...one, conversations: [] } : one));
    await stage.say(ready(), { type: 'queue', waiting: [lin] }, { type: 'colleagues', colleagues: mine });
    expect(names()).toEqual(['林晓']);
    expect(stage.box.textContent).toContain('Connected again');
    expect(stage.box.textContent).toContain('This conversation is back in the queue');
  });

  it('keeps a conversation that is still held, with its newest words', async () => {
    await stage.say({ type: 'conversation', view, role: 'holder' });
    await stage.cut();
    await stage.reconnected();
    const said = {
      id: 'l9',
      who: 'customer',
      name: 'Mia',
      text: 'Still here?',
      source: 'voice',
      at: view.takenAt,
    };
    await stage.say(
      ready(),
      {
        type: 'conversation',
        view: { ...view, transcript: [...view.transcript, said as (typeof view.transcript)[number]] },
        role: 'holder',
      },
      { type: 'colleagues', colleagues },
    );
    expect(stage.box.textContent).toContain('Still here?');
    expect(stage.box.textContent).not.toContain('back in the queue');
  });

  it('listens in again where it did', async () => {
    await stage.say({ type: 'conversation', view, role: 'watcher' });
    await stage.cut();
    await stage.reconnected();
    await stage.say(ready());
    expect(stage.requests('watch')).toMatchObject([{ conversation: view.conversation, watch: true }]);
  });
});
