import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { asPerson, type Entered } from '../../db/context.ts'
import { type Db, openPool } from '../../db/database.ts'
import type { DB } from '../../db/generated.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'

type Read = (entered: Entered) => Promise<unknown>

/** The floor of a reading: its own statements with their parameters, by pg, as owner of the tables. */
export async function withSameStatements<T>(
  { appUrl, ownerUrl }: DatabaseUrls,
  { accountId, reads }: { accountId: string; reads: readonly Read[] },
  work: (floor: (time: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const statements: CompiledQuery[][] = []
  for (const read of reads) statements.push(await statementsOf(appUrl, accountId, read))
  return withClient(ownerUrl, async (client) => {
    await enterForGood(client, accountId)
    return work((time) => runBare(client, statements[time % statements.length] ?? []))
  })
}

/** What the database is asked beside entering the transaction. */
async function statementsOf(
  appUrl: string,
  accountId: string,
  read: Read,
): Promise<CompiledQuery[]> {
  const heard: CompiledQuery[] = []
  const pool = openPool(appUrl, { role: 'training_api', poolSize: 1 })
  const db: Db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query: asked }) => void heard.push(asked),
  })
  await asPerson(db, accountId, read)
  await db.destroy()
  return heard.filter(({ sql }) => !/^(begin|commit|start transaction)|enter_as/i.test(sql.trim()))
}

/** Functions of the database ask for whom they look; the owner says it once for the connection. */
async function enterForGood(client: pg.Client, accountId: string): Promise<void> {
  await client.query('begin')
  await client.query('select enter_as($1)', [accountId])
  const names = ['app.actor', 'app.federation', 'app.official', 'app.reach', 'app.paths']
  const { rows } = await client.query<Record<string, string>>(
    `select ${names.map((name) => `current_setting('${name}') as "${name}"`).join(', ')}`,
  )
  await client.query('commit')
  for (const [name, value] of Object.entries(rows[0] ?? {}))
    await client.query('select set_config($1, $2, false)', [name, value])
}

async function runBare(client: pg.Client, statements: readonly CompiledQuery[]): Promise<void> {
  await client.query('begin')
  for (const { sql, parameters } of statements) await client.query(sql, [...parameters])
  await client.query('commit')
}
