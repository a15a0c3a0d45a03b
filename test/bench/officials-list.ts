import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { asPerson } from '../../db/context.ts'
import { type Db, openDatabase, openPool } from '../../db/database.ts'
import { loadDemo } from '../../db/demo/load.ts'
import { demoPersons } from '../../db/demo/persons.ts'
import { officialsOf } from '../../db/federation/officials.ts'
import type { DB } from '../../db/generated.ts'
import { type OfficialsQuery, officialsQuery } from '../../domain/federation/officials.contract.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { inTurn, type Measured } from './row.ts'
import type { Subject } from './subject.ts'

const lists: Readonly<Record<string, readonly Record<string, string>[]>> = {
  'officials-search': [{ q: 'nguyen thi hoa' }, { q: 'Đỗ Quang' }, { q: 'lụa' }, { q: 'tran van' }],
  'officials-filter': [
    { position: 'PRESIDENT' },
    { newInTerm: 'yes', sex: 'F' },
    { level: 'IMMEDIATE_UPPER' },
  ],
  'officials-end': [{ from: 'end' }, { from: 'end', sort: 'unit' }],
}
const listings = 240
const warmUp = 12

export const officialsList: Subject = {
  rows: Object.keys(lists).flatMap((name) => [
    {
      name,
      unit: 'ms p95',
      goal: 2,
      goalIs: 'atMost' as const,
      floorIs: 'the same statements in one transaction by pg, as owner of the tables',
    },
    {
      name: `${name}-drafter`,
      unit: 'ms p95',
      goal: 1.5,
      goalIs: 'atMost' as const,
      floorIs: 'the same list as administrator',
    },
  ]),
  async *measure(ground, isWanted) {
    const urls = await ground.database()
    await loadDemo(urls.ownerUrl, new Date().toISOString().slice(0, 10))
    const db = openDatabase(urls.appUrl, { role: 'training_api', poolSize: 2 })
    const [administrator, drafter] = [
      await accountWith(urls, 'administrator'),
      await accountWith(urls, 'unitDrafter'),
    ]
    try {
      for (const [name, wishes] of Object.entries(lists)) {
        const queries = wishes.map((wish) => officialsQuery.parse(wish))
        const by = (accountId: string) => (time: number) => list(db, accountId, each(queries, time))
        if (isWanted(name))
          yield [
            name,
            await againstBare(urls, { administrator, queries, figure: by(administrator) }),
          ]
        if (isWanted(`${name}-drafter`))
          yield [
            `${name}-drafter`,
            await measure({ floor: by(administrator), figure: by(drafter) }),
          ]
      }
    } finally {
      await db.destroy()
    }
  },
}

function list(db: Db, accountId: string, query: OfficialsQuery) {
  return asPerson(db, accountId, (entered) => officialsOf(entered, query))
}

/** What is compiled and planned once is done before the clock starts. */
async function measure(
  passes: Record<'figure' | 'floor', (time: number) => Promise<unknown>>,
): Promise<Measured> {
  await inTurn(warmUp, 95, passes)
  return inTurn(listings, 95, passes)
}

function each<T>(things: readonly T[], time: number): T {
  const thing = things[time % things.length]
  if (thing === undefined) throw new Error('nothing to list')
  return thing
}

async function accountWith({ ownerUrl }: DatabaseUrls, role: Role): Promise<string> {
  const person = demoPersons.find(({ roles }) => roles.includes(role))
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ user_id: string }>('select user_id from account where username = $1', [
      person?.username,
    ]),
  )
  const [account] = rows
  if (!account) throw new Error(`nobody in the demo is ${role}`)
  return account.user_id
}

type Against = {
  administrator: string
  queries: readonly OfficialsQuery[]
  figure(time: number): Promise<unknown>
}

async function againstBare(urls: DatabaseUrls, asked: Against): Promise<Measured> {
  const statements: CompiledQuery[][] = []
  for (const query of asked.queries)
    statements.push(await statementsOf(urls.appUrl, asked.administrator, query))
  return withClient(urls.ownerUrl, async (client) => {
    await enterForGood(client, asked.administrator)
    const floor = (time: number) => runBare(client, each(statements, time))
    return measure({ floor, figure: asked.figure })
  })
}

/** The search functions ask for whom they search; the owner says it once for the whole connection. */
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

async function runBare(client: pg.Client, statements: readonly CompiledQuery[]) {
  await client.query('begin')
  for (const { sql, parameters } of statements) await client.query(sql, [...parameters])
  await client.query('commit')
}

/** What the listing asks of the database beside entering the transaction. */
async function statementsOf(
  appUrl: string,
  accountId: string,
  query: OfficialsQuery,
): Promise<CompiledQuery[]> {
  const heard: CompiledQuery[] = []
  const pool = openPool(appUrl, { role: 'training_api', poolSize: 1 })
  const db: Db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query: asked }) => void heard.push(asked),
  })
  await list(db, accountId, query)
  await db.destroy()
  return heard.filter(({ sql }) => !/^(begin|commit|start transaction)|enter_as/i.test(sql.trim()))
}
