import { asPerson, type Entered } from '../../db/context.ts'
import { type Db, openDatabase } from '../../db/database.ts'
import { loadDemo } from '../../db/demo/load.ts'
import { demoPersons } from '../../db/demo/persons.ts'
import { officialsOf } from '../../db/federation/officials.ts'
import { type OfficialsQuery, officialsQuery } from '../../domain/federation/officials.contract.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { inTurn, type Measured } from './row.ts'
import { withSameStatements } from './same-statements.ts'
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

function againstBare(urls: DatabaseUrls, asked: Against): Promise<Measured> {
  const { administrator: accountId, queries, figure } = asked
  const reads = queries.map((query) => (entered: Entered) => officialsOf(entered, query))
  return withSameStatements(urls, { accountId, reads }, (floor) => measure({ floor, figure }))
}
