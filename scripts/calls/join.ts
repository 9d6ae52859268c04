import { momentAfter } from './page-probe.ts';
import { agreeToCall, type TwoPages } from './two-pages.ts';

/** Milliseconds from the request to join to the first frame on staff's screen. */
export interface JoinTimes {
  /** Staff come to a call in which the customer's camera is on already: from their own request. */
  staff: number[];
  /** The customer comes, camera and all, to staff who wait: from the customer's request. */
  customer: number[];
}

/** Each side leaves and joins again so many times. */
export async function measureJoins({ customer, staff }: TwoPages, rounds: number): Promise<JoinTimes> {
  const times: JoinTimes = { staff: [], customer: [] };
  await momentAfter(staff, 'pictures', 0);
  for (let round = 0; round < rounds; round++) {
    await staff.reload();
    const joined = await momentAfter(staff, 'joins', 0);
    times.staff.push((await momentAfter(staff, 'pictures', joined)) - joined);
  }
  for (let round = 0; round < rounds; round++) {
    const left = Date.now();
    await customer.locator('[data-control=leave]').click();
    await customer.locator('[data-call=writing]').getByRole('button').click();
    await agreeToCall(customer, 'video');
    const joined = await momentAfter(customer, 'joins', left);
    times.customer.push((await momentAfter(staff, 'pictures', joined)) - joined);
  }
  return times;
}
