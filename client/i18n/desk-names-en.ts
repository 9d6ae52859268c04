import type { Department, Mood, PriorityReason, StaffRole, TicketState } from '#protocol';

const moods: Record<Mood, string> = {
  neutral: 'Calm',
  happy: 'Happy',
  anxious: 'Worried',
  frustrated: 'Frustrated',
  angry: 'Angry',
  sad: 'Sad',
};

const reasons: Record<PriorityReason['because'], string> = {
  mood: 'Mood',
  waiting: 'Waiting time',
  order_value: 'Order value',
  repeat_contact: 'Came back',
  asked_for_person: 'Asked for a person',
  stuck: 'Stuck',
  returned: 'Helper had to leave',
};

const roles: Record<StaffRole, string> = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' };

const departments: Record<Department, string> = {
  support: 'Support',
  logistics: 'Logistics',
  returns: 'Returns',
  spare_parts: 'Spare parts',
  technical: 'Technical',
  billing: 'Billing',
};

const ticketStates: Record<TicketState, string> = {
  open: 'Open',
  waiting_for_customer: 'Waiting for the customer',
  solved: 'Solved',
  closed: 'Closed',
};

/** How the desk names what the contract has words for, in English. */
export const deskNamesEn = { moods, reasons, roles, departments, ticketStates };

export type DeskNames = typeof deskNamesEn;
