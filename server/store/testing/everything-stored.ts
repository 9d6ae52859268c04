import { sql } from 'drizzle-orm';
import type { Db } from '../index.ts';

interface Rows {
  rows: Record<string, string>[];
}

/** Every row of every table as text: what is to be nowhere is looked for here. */
export async function everythingStored(db: Db): Promise<string> {
  const { rows: tables } = (await db.execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )) as unknown as Rows;
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = (await db.execute(
        sql`select row_to_json(t)::text as row from ${sql.identifier(name ?? '')} t`,
      )) as unknown as Rows;
      return rows.map(({ row }) => `${name} ${row}`).join('\n');
    }),
  );
  return texts.join('\n');
}
