import type { Mood, MoodReading, PriorityReason } from '#protocol';

/** What decides who is taken first. */
export interface Urgency {
  mood: MoodReading;
  requestedAt: Date;
  /** In the currency's smallest unit. */
  orderValue?: number | undefined;
  /** Hand-offs and tickets of the customer in the 30 days before. */
  earlierContacts: number;
  /** Since when they are at one step of a guide. */
  atStepSince?: Date | undefined;
  /** They were with somebody who is not there any more. */
  returned?: boolean;
}

const minuteMs = 60_000;

/** Points at full intensity. */
const moodPoints: Record<Mood, number> = {
  angry: 40,
  frustrated: 30,
  anxious: 25,
  sad: 20,
  neutral: 0,
  happy: 0,
};
const askedForPerson = 10;
/** Not capped: however much else there is, nobody waits for ever. */
const pointsAMinute = 2;
/** More than any mood: they were being helped already. */
const cameBack = 60;
const perHundred = 1;
const mostForOrder = 15;
const perContact = 5;
const mostForContacts = 20;
/** Minutes at a step before somebody counts as stuck: twice what the slowest steps are meant to take. */
const stuckAfterMinutes = 5;
const mostForStuck = 15;

/** How soon somebody is to be taken, and why: the points of the reasons add up to it. */
export function priorityOf(urgency: Urgency, now: Date): { priority: number; reasons: PriorityReason[] } {
  const { mood, requestedAt, orderValue = 0, earlierContacts, atStepSince, returned } = urgency;
  const minutesSince = (moment: Date) => Math.max(0, (now.getTime() - moment.getTime()) / minuteMs);
  const stuck = atStepSince ? minutesSince(atStepSince) - stuckAfterMinutes : 0;
  const points: [PriorityReason['because'], number][] = [
    ['returned', returned ? cameBack : 0],
    ['asked_for_person', askedForPerson],
    ['mood', moodPoints[mood.mood] * mood.intensity],
    ['waiting', minutesSince(requestedAt) * pointsAMinute],
    ['order_value', Math.min(mostForOrder, (orderValue / 10_000) * perHundred)],
    ['repeat_contact', Math.min(mostForContacts, earlierContacts * perContact)],
    ['stuck', Math.min(mostForStuck, stuck)],
  ];
  const reasons = points
    .map(([because, exact]) => ({ because, points: Math.round(exact * 10) / 10 }))
    .filter((reason) => reason.points > 0)
    .sort((one, other) => other.points - one.points);
  const priority = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return { priority: Math.round(priority * 10) / 10, reasons };
}

interface Waiting {
  priority: number;
  requestedAt: string | Date;
  id: number;
  /** They closed the page. */
  gone?: boolean;
}

/** Those who are there, then those who are gone; the highest priority first; among equals whoever came first. */
export const byTurn = (one: Waiting, other: Waiting): number =>
  Number(one.gone ?? false) - Number(other.gone ?? false) ||
  other.priority - one.priority ||
  new Date(one.requestedAt).getTime() - new Date(other.requestedAt).getTime() ||
  one.id - other.id;
