import { describe, expect, it } from 'vitest';
import { byTurn, priorityOf, type Urgency } from './priority.ts';

const now = new Date('2031-03-03T10:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const calm: Urgency = {
  mood: { mood: 'neutral', intensity: 0 },
  requestedAt: now,
  earlierContacts: 0,
};
const priority = (urgency: Partial<Urgency>, at = now) => priorityOf({ ...calm, ...urgency }, at).priority;

describe('the priority', () => {
  it('says its reasons, the weightiest first, which add up to it', () => {
    const { priority: sum, reasons } = priorityOf(
      {
        mood: { mood: 'angry', intensity: 0.5 },
        requestedAt: ago(3),
        orderValue: 89_900,
        earlierContacts: 2,
        atStepSince: ago(12),
      },
      now,
    );
    expect(reasons).toEqual([
      { because: 'mood', points: 20 },
      { because: 'asked_for_person', points: 10 },
      { because: 'repeat_contact', points: 10 },
      { because: 'order_value', points: 9 },
      { because: 'stuck', points: 7 },
      { because: 'waiting', points: 6 },
    ]);
    expect(sum).toBe(62);
  });

  it.each<[string, Partial<Urgency>, Partial<Urgency>]>([
    [
      'how upset they are',
      { mood: { mood: 'angry', intensity: 0.4 } },
      { mood: { mood: 'angry', intensity: 0.9 } },
    ],
    ['how long they wait', { requestedAt: ago(2) }, { requestedAt: ago(3) }],
    ['what they ordered', { orderValue: 5_000 }, { orderValue: 50_000 }],
    ['how often they had to come', { earlierContacts: 1 }, { earlierContacts: 2 }],
    ['how long they are stuck', { atStepSince: ago(8) }, { atStepSince: ago(12) }],
  ])('rises with %s', (_, less, more) => {
    expect(priority(more)).toBeGreaterThan(priority(less));
  });

  it('lets nobody wait for ever: the calmest comes before anybody new in the end', () => {
    const worst: Partial<Urgency> = {
      mood: { mood: 'angry', intensity: 1 },
      orderValue: 10_000_000,
      earlierContacts: 50,
      atStepSince: ago(600),
    };
    expect(priority(worst)).toBeGreaterThan(priority({ requestedAt: ago(30) }));
    expect(priority(worst)).toBeLessThan(priority({ requestedAt: ago(60) }));
  });

  it('does not count a step that is simply being worked on', () => {
    expect(priority({ atStepSince: ago(5) })).toBe(priority({}));
  });
});

it('equals go by arrival', () => {
  const waiting = [
    { id: 3, priority: 10, requestedAt: ago(1) },
    { id: 2, priority: 10, requestedAt: ago(5) },
    { id: 1, priority: 12, requestedAt: ago(0) },
  ];
  expect(waiting.sort(byTurn).map(({ id }) => id)).toEqual([1, 2, 3]);
});
