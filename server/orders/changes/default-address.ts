import { and, asc, eq } from 'drizzle-orm';
import Type from 'typebox';
import { Address } from '#protocol';
import { HexkeyError } from '../../errors.ts';
import { noteChange } from '../../feed/index.ts';
import type { Db } from '../../store/index.ts';
import { keepAct, knownTerms } from '../act-once.ts';
import { NotPossibleError } from '../not-possible.ts';
import type { Now } from '../order-case.ts';
import { readPolicies } from '../policies.ts';
import { addresses, customers } from '../tables.ts';

const Terms = Type.Object({ address: Address });
const change = { kind: 'change_default_address', terms: Terms } as const;
const usualLabel = 'home';

/**
 * Makes an address the customer's default: a saved one by its label, with what is given; else it takes the place of the
 * one that was the default. Orders keep their addresses.
 */
export async function changeDefaultAddress(
  tx: Db,
  act: { customer: string; idempotencyKey: string; address: Address },
  now: Now,
): Promise<void> {
  const { customer } = act;
  const [row] = await tx.select().from(customers).where(eq(customers.id, customer)).for('update');
  if (!row) throw new HexkeyError('not_found', 'The shop has sent no customer of this id yet.');
  if (await knownTerms(tx, act.idempotencyKey, change, { customer })) return;
  const policies = await readPolicies(tx);
  if (!policies.allowed.includes('changeDefaultAddress')) throw new NotPossibleError('kind_not_offered');
  const { deliveryCountries } = policies;
  if (deliveryCountries.length > 0 && !deliveryCountries.includes(act.address.country))
    throw new NotPossibleError('country_not_served');
  const saved = await tx
    .select()
    .from(addresses)
    .where(eq(addresses.customer, customer))
    .orderBy(asc(addresses.position));
  const label = act.address.label ?? row.defaultAddress ?? saved[0]?.label ?? usualLabel;
  const address: Address = { ...act.address, label };
  const { line2 = null, region = null, ...lines } = address;
  const values = { ...lines, label, line2, region };
  if (saved.some((one) => one.label === label))
    await tx
      .update(addresses)
      .set(values)
      .where(and(eq(addresses.customer, customer), eq(addresses.label, label)));
  else
    await tx.insert(addresses).values({ ...values, customer, position: (saved.at(-1)?.position ?? -1) + 1 });
  await tx.update(customers).set({ defaultAddress: label }).where(eq(customers.id, customer));
  await keepAct(tx, {
    key: act.idempotencyKey,
    customer,
    order: null,
    kind: change.kind,
    terms: { address },
    at: now.at,
  });
  await noteChange(tx, { kind: 'default_address_changed', at: now.at.toISOString(), customer, address });
}
