import { type Client, escapeIdentifier } from 'pg'

type Made = { name: string; definition: string }

/**
 * Fills large tables as a restore does: first the rows, then the indexes and the foreign keys, each
 * built or proven once over all rows instead of row by row. Meanwhile the fence lets their owner
 * through, who alone sees them: within the caller's transaction, which holds them for itself.
 */
export async function inBulk(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const [indexes, keys] = [await indexesOf(client, tables), await foreignKeysOf(client, tables)]
  for (const { name, table } of keys)
    await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  for (const table of tables) await client.query(`alter table ${table} no force row level security`)
  await fill()
  for (const table of tables) await client.query(`alter table ${table} force row level security`)
  for (const { definition } of indexes) await client.query(definition)
  for (const { name, table, definition } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

async function indexesOf(client: Client, tables: readonly string[]): Promise<Made[]> {
  const { rows } = await client.query<Made>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any ($1::regclass[]) and not indisunique`,
    [tables],
  )
  return rows
}

async function foreignKeysOf(client: Client, tables: readonly string[]) {
  const { rows } = await client.query<Made & { table: string }>(
    `select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = any ($1::regclass[]) and contype = 'f'`,
    [tables],
  )
  return rows.map((row) => ({ ...row, name: escapeIdentifier(row.name) }))
}
