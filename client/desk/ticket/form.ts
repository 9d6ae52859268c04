import { type Fact, orderNumberPattern, type TicketDraft } from '#protocol';
import { isTicketChanges } from '../checks.ts';
import { drafts } from '../state/use-desk.ts';
import type { TicketChanges } from './ticket-changes.ts';

/** A ticket as its fields hold it. */
export interface TicketForm extends Required<TicketChanges> {
  facts: Fact[];
}

export function formOf(draft: TicketDraft): TicketForm {
  const { problem, order = '', product = '', part = '', facts, stills, department, state } = draft;
  return {
    problem,
    order,
    product,
    part,
    stepsTried: draft.stepsTried.join('\n'),
    keyLines: draft.keyLines.join('\n'),
    facts,
    stills,
    department,
    state,
    due: localTime(new Date(draft.dueAt)),
  };
}

const orderNumber = new RegExp(orderNumberPattern, 'u');

/** What is wrong with a form, by field. */
export type Faults = Partial<Record<'problem' | 'order' | 'due', true>>;

export function faultsOf({ problem, order, due }: TicketForm): Faults {
  return {
    ...(problem.trim() === '' && { problem: true }),
    ...(order.trim() !== '' && !orderNumber.test(order.trim()) && { order: true }),
    ...(Number.isNaN(Date.parse(due)) && { due: true }),
  };
}

/** The ticket that a form without faults asks for. */
export function draftOf(conversation: string, form: TicketForm): TicketDraft {
  const { facts, stills, department, state } = form;
  return {
    conversation,
    problem: form.problem.trim(),
    ...named('order', form.order),
    ...named('product', form.product),
    ...named('part', form.part),
    stepsTried: linesOf(form.stepsTried, 200, 60),
    keyLines: linesOf(form.keyLines, 500, 40),
    facts,
    stills: stills.slice(0, 20),
    department,
    state,
    dueAt: new Date(form.due).toISOString(),
  };
}

const named = <Name extends string>(name: Name, value: string) =>
  (value.trim() === '' ? {} : { [name]: value.trim() }) as Partial<Record<Name, string>>;

const linesOf = (text: string, longest: number, most: number): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, longest))
    .filter((line) => line !== '')
    .slice(0, most);

function localTime(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
  return `${day}T${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

/** What was changed in a ticket before the page was reloaded, the ticket put away or the session ended. */
export function readKeptChanges(conversation: string): TicketChanges {
  const text = drafts.read('ticket', conversation);
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return isTicketChanges(value) ? value : {};
}

export const keepChanges = (conversation: string, changes: TicketChanges): void =>
  drafts.write('ticket', conversation, Object.keys(changes).length === 0 ? '' : JSON.stringify(changes));
