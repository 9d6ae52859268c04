import type { Calls } from '../calls/contract.ts';
import { HexkeyError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import type { Privacy } from './contract.ts';
import { customerRecord } from './customer-record.ts';
import { conversationsOf, eraseCustomer } from './erase-customer.ts';

export interface PrivacyParts {
  store: Pick<Store, 'db'>;
  calls: Pick<Calls, 'forget'>;
  now?: () => Date;
}

export function createPrivacy({ store: { db }, calls, now = () => new Date() }: PrivacyParts): Privacy {
  return {
    record: (customer) => customerRecord(db, customer, now()),
    async erase(customer) {
      await calls.forget(await conversationsOf(db, customer));
      const erased = await db.transaction((tx) => eraseCustomer(tx, customer, now()));
      if (!erased) throw new HexkeyError('not_found', `The shop has sent no customer ${customer}.`);
      return erased;
    },
  };
}
