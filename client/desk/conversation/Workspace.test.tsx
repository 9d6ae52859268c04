// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketDraft } from '#protocol';
import { RefusedError } from '../../http.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { colleagues, draft, ready, view } from '../testing/samples.ts';
import { type DeskOnStage, openDesk } from '../testing/stage.tsx';

let stage: DeskOnStage;
let filledIn: TicketDraft;
const openTicket = vi.fn(fakeApi().openTicket);

beforeEach(async () => {
  openTicket.mockClear();
  filledIn = draft;
  stage = await openDesk({
    openTicket,
    draft: async () => filledIn,
    stills: async () => [
      { id: 'still-1', url: '/v1/calls/call-1/stills/still-1', width: 1920, height: 1080, at: view.takenAt },
    ],
  });
  await stage.say(
    ready(),
    { type: 'queue', waiting: [] },
    { type: 'colleagues', colleagues },
    { type: 'conversation', view, role: 'holder' },
  );
});
afterEach(async () => {
  await stage.leave();
  sessionStorage.clear();
});

const reply = () => stage.field('Write to the customer');

describe('a reply', () => {
  it('is sent with Enter and leaves the field empty once it arrived', async () => {
    await stage.type(reply(), 'Please turn the panel round.');
    await stage.key('Enter', reply());
    const [said] = stage.requests('say');
    expect(said).toMatchObject({ conversation: view.conversation, text: 'Please turn the panel round.' });
    expect(reply().value).toBe('Please turn the panel round.');
    await stage.say({ type: 'done', id: said?.id ?? '' });
    expect(reply().value).toBe('');
  });

  it('is kept when the line is away', async () => {
    await stage.type(reply(), 'Please wait');
    await stage.cut();
    await stage.key('Enter', reply());
    expect(stage.requests('say')).toHaveLength(0);
    expect(reply().value).toBe('Please wait');
  });

  it('comes from the kept ones with what is known filled in', async () => {
    await stage.key('/');
    expect(reply().value).toBe('/');
    await stage.type(reply(), '/part');
    await stage.soon(() => expect(stage.box.querySelectorAll('[role="option"]')).toHaveLength(1));
    await stage.key('Enter', reply());
    expect(reply().value).toBe('A new part for order SO-45192 leaves our warehouse today, Mia Hartley.');
  });

  it('with something nobody filled in is not for customers', async () => {
    const { order: _none, ...without } = view;
    await stage.say({ type: 'conversation', view: without, role: 'holder' });
    await stage.type(reply(), 'Your order {{order}} is on its way.');
    await stage.key('Enter', reply());
    expect(stage.requests('say')).toHaveLength(0);
    expect(stage.box.textContent).toContain('Fill in {{order}} before you send it.');
  });
});

describe('the transcript', () => {
  it('streams, and mends a line that comes again', async () => {
    const line = {
      ...view.transcript[0],
      id: 'new',
      text: 'The groove is crocked',
    } as (typeof view.transcript)[0];
    await stage.say({ type: 'line', conversation: view.conversation, line });
    await stage.say({
      type: 'line',
      conversation: view.conversation,
      line: { ...line, text: 'The groove is crooked', mood: { mood: 'sad', intensity: 0.7 } },
    });
    expect(stage.box.textContent).toContain('The groove is crooked');
    expect(stage.box.textContent).not.toContain('crocked');
  });

  it('moves the mood with what the customer says', async () => {
    const line = {
      id: 'new',
      who: 'customer',
      name: 'Mia Hartley',
      text: 'It fits!',
      source: 'call',
      mood: { mood: 'happy', intensity: 0.9 },
      at: new Date().toISOString(),
    } as const;
    await stage.say({ type: 'line', conversation: view.conversation, line });
    expect(stage.box.querySelector('h1')?.textContent).toContain('Happy');
    expect(stage.box.textContent).toContain('6 readings');
  });
});

describe('the ticket', () => {
  const shown = async () => {
    await stage.key('k');
    await stage.soon(() => stage.field('Problem'));
  };

  it('opens with the key, filled in with what is known', async () => {
    await shown();
    expect(stage.field('Problem').value).toBe(draft.problem);
    expect(stage.field('Order').value).toBe('SO-45192');
    expect(stage.field('Department').value).toBe('technical');
    expect(new Date(stage.field('Due').value).toISOString()).toBe('2026-11-24T16:00:00.000Z');
    expect(stage.box.textContent).toContain('Fenwick bookcase, step 9 of 12');
  });

  it('is saved as it was changed, with the photos chosen', async () => {
    await shown();
    await stage.type(stage.field('Problem'), 'The groove is crooked.');
    await stage.type(stage.field('Key lines'), 'One\n\n  Two  ');
    await stage.soon(() => stage.field('Photo 1'));
    stage.field('Photo 1').click();
    await stage.settle();
    await stage.press('Save the ticket');
    const asked = openTicket.mock.calls[0]?.[0] as TicketDraft;
    expect(asked).toMatchObject({
      conversation: view.conversation,
      problem: 'The groove is crooked.',
      keyLines: ['One', 'Two'],
      stills: ['still-1'],
      department: 'technical',
      facts: draft.facts,
    });
    expect(stage.box.textContent).toContain('T-10042');
  });

  it('takes in what is said meanwhile, but for what was changed', async () => {
    await shown();
    await stage.type(stage.field('Problem'), 'The groove is crooked.');
    filledIn = {
      ...draft,
      problem: 'Something else',
      keyLines: [...draft.keyLines, 'Mia Hartley: It fits!'],
    };
    const line = { ...view.transcript[0], id: 'new', text: 'It fits!' } as (typeof view.transcript)[0];
    await stage.say({ type: 'line', conversation: view.conversation, line });
    await stage.soon(() => expect(stage.field('Key lines').value).toContain('It fits!'));
    expect(stage.field('Problem').value).toBe('The groove is crooked.');
  });

  it('keeps what was changed while it is put away', async () => {
    await shown();
    await stage.type(stage.field('Problem'), 'The groove is crooked.');
    const ticket = () => stage.box.querySelector('section[aria-label="Ticket"]');
    ticket()?.querySelector<HTMLElement>('button[aria-label="Close"]')?.click();
    await stage.soon(() => expect(ticket()).toBeNull());
    await shown();
    expect(stage.field('Problem').value).toBe('The groove is crooked.');
    expect(stage.field('Order').value).toBe('SO-45192');
  });

  it('says what is missing and saves nothing', async () => {
    await shown();
    await stage.type(stage.field('Problem'), '   ');
    await stage.press('Save the ticket');
    expect(openTicket).not.toHaveBeenCalled();
    expect(stage.box.textContent).toContain('Say in a sentence what is wrong.');
  });

  it('stays open with its words when it could not be saved', async () => {
    openTicket.mockRejectedValueOnce(new RefusedError('disk_full', 'The server has no room left.'));
    await shown();
    await stage.type(stage.field('Problem'), 'Crooked.');
    await stage.press('Save the ticket');
    expect(stage.box.textContent).toContain('The server has no room left.');
    expect(stage.field('Problem').value).toBe('Crooked.');
  });

  it('is asked for before a conversation is closed without one', async () => {
    await stage.key('c');
    expect(stage.box.textContent).toContain('No ticket is saved yet');
    await stage.press('Close without a ticket');
    const [asked] = stage.requests('close');
    expect(asked).toMatchObject({ conversation: view.conversation });
    await stage.say({ type: 'done', id: asked?.id ?? '' });
    expect(stage.box.textContent).toContain('Take a customer to begin');
  });
});

describe('a session that ends', () => {
  it('asks politely, keeps what was written, and goes on after signing in', async () => {
    await stage.type(stage.field('A note that only staff read'), 'Call back on Monday');
    await stage.cut(4401, 'token_expired');
    await stage.soon(() => expect(stage.box.textContent).toContain('You were signed out after a while'));
    expect(stage.field('A note that only staff read').value).toBe('Call back on Monday');
    await stage.soon(() => expect(stage.box.textContent).toContain('Look around the demo desk'));
    await stage.press('Look around the demo desk');
    await stage.say(ready());
    expect(stage.box.textContent).not.toContain('You were signed out after a while');
  });
});
