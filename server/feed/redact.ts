import { eq } from 'drizzle-orm';
import Value from 'typebox/value';
import type { Db } from '../store/index.ts';
import { ShopChange } from './schemas.ts';
import { shopChanges } from './tables.ts';

const erased = 'erased';

/** Takes what tells of a person out of a customer's lines; each stays in its place, of its kind. */
export async function redactChanges(tx: Db, customer: string): Promise<void> {
  const rows = await tx.select().from(shopChanges).where(eq(shopChanges.customer, customer));
  for (const { id, change } of rows)
    await tx
      .update(shopChanges)
      .set({ change: redacted(Value.Parse(ShopChange, change)) })
      .where(eq(shopChanges.id, id));
}

const redacted = (change: ShopChange): ShopChange => Value.Parse(ShopChange, bare(change));

/** Fields that hold a customer's words or lead to them. */
const personal = new Set([
  'reason',
  'note',
  'label',
  'line2',
  'region',
  'method',
  'hours',
  'instructions',
  'pickup',
]);
/** Fields of an address or a ticket that must be there. */
const replaced = new Set(['recipient', 'street', 'city', 'postcode', 'summary', 'name']);

function bare(value: unknown, key = ''): unknown {
  if (replaced.has(key)) return erased;
  if (key === 'facts') return [];
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !personal.has(name));
  const fields = Object.fromEntries(entries.map(([name, field]) => [name, bare(field, name)]));
  return 'kind' in value && value.kind === 'delivery_instructions_set'
    ? { ...fields, instructions: {} }
    : fields;
}
