import { momentAfter } from './page-probe.ts';
import { workerOf } from './product-worker.ts';
import type { TwoPages } from './two-pages.ts';

/** Milliseconds from `kill -9` of the media worker. */
export interface RecoveryTimes {
  /** To the customer's picture moving again on staff's screen. */
  staffSee: number[];
  /** To staff's first sound in the customer's page. */
  customerHears: number[];
}

/** Each death within half a minute of a start doubles the wait before the next one: 0.1, 0.2, 0.4 s. */
export async function measureRecovery({ customer, staff }: TwoPages, rounds: number): Promise<RecoveryTimes> {
  const times: RecoveryTimes = { staffSee: [], customerHears: [] };
  await momentAfter(staff, 'pictures', 0);
  for (let round = 0; round < rounds; round++) {
    const killed = Date.now();
    process.kill(await workerOf(process.pid), 'SIGKILL');
    const [picture, sound] = await Promise.all([
      momentAfter(staff, 'pictures', killed),
      momentAfter(customer, 'sounds', killed),
    ]);
    times.staffSee.push(picture - killed);
    times.customerHears.push(sound - killed);
  }
  return times;
}
