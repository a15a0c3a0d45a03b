import { PostgresDialect, CamelCasePlugin, Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, type Entered } from '../../db/context.ts'
import { type Db, openPool } from '../../db/database.ts'
import { loadDemo } from '../../db/demo/load.ts'
import { officialOf } from '../../db/federation/official.ts'
import { everyOfficialOf, officialsOf } from '../../db/federation/officials.ts'
import { unitOf } from '../../db/federation/unit.ts'
import { branchOf, unitsOf } from '../../db/federation/units.ts'
import type { DB } from '../../db/generated.ts'
import { officialsQuery } from '../../domain/federation/officials.contract.ts'
import { unitsQuery } from '../../domain/federation/units.contract.ts'
import { compareByGivenName, fold } from '../../domain/grammar/text.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'

let database: FreshDatabase
let db: Db
let statements = 0

/** The application's own connection, counting what it is asked. */
function countingDb(url: string): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: openPool(url, { role: 'training_api', poolSize: 2 }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: () => {
      statements += 1
    },
  })
}

const accounts = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  await loadDemo(database.ownerUrl, '2026-11-20')
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ role: string; user_id: string }>(
    `select distinct on (g.role) g.role, a.user_id from role_grant g
     join account a on a.official_id = g.official_id order by g.role, a.user_id`,
  )
  await client.end()
  for (const { role, user_id } of rows) accounts.set(role, user_id)
  db = countingDb(database.appUrl)
}, 120_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

function as<T>(role: string, work: (entered: Entered) => Promise<T>): Promise<T> {
  const accountId = accounts.get(role)
  if (!accountId) throw new Error(`nobody is ${role}`)
  return asPerson(db, accountId, work)
}

async function countedIn<T>(work: () => Promise<T>): Promise<number> {
  statements = 0
  await work()
  return statements
}

const officials = (given: Record<string, unknown> = {}) => officialsQuery.parse(given)
const units = (given: Record<string, unknown> = {}) => unitsQuery.parse(given)

test('everybody is counted once, and the last page ends where the walk forwards ends', async () => {
  await as('administrator', async (entered) => {
    const first = await officialsOf(entered, officials())
    expect(first.total).toBe(65_749)
    expect(first.previous).toBeNull()
    const last = await officialsOf(entered, officials({ from: 'end' }))
    expect(last.next).toBeNull()
    expect(last.total).toBeNull()
    const before = await officialsOf(entered, officials({ before: last.previous }))
    const forward = await officialsOf(entered, officials({ after: before.next }))
    expect(forward.officials).toEqual(last.officials)
    expect(forward.next).toBeNull()
  })
})

test('pages of a filtered list make up the list, without gaps and without doubles', async () => {
  await as('administrator', async (entered) => {
    for (const sort of ['name', 'unit']) {
      const query = officials({ position: 'DEPT_HEAD', sort })
      const { total } = await officialsOf(entered, query)
      const seen: string[] = []
      for await (const row of everyOfficialOf(entered, query)) seen.push(row.officialId)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBe(total)
    }
  })
})

test('people stand by given name in Vietnamese order', async () => {
  const { officials: rows } = await as('administrator', (entered) =>
    officialsOf(entered, officials({ q: 'nguyen', employment: 'FULL_TIME' })),
  )
  const names = rows.map(({ fullName }) => fullName)
  expect(names).toEqual(names.toSorted(compareByGivenName))
})

test('a search without marks finds all, and what is spelt as typed comes first', async () => {
  const { officials: rows, total } = await as('administrator', (entered) =>
    officialsOf(entered, officials({ q: 'hà' })),
  )
  const plain = await as('administrator', (entered) => officialsOf(entered, officials({ q: 'ha' })))
  expect(total).toBe(plain.total)
  const isExact = rows.map(({ fullName }) => ` ${fullName.toLowerCase()} `.includes(' hà '))
  expect(isExact[0]).toBe(true)
  expect(isExact).toEqual(isExact.toSorted((a, b) => Number(b) - Number(a)))
})

test('a whole word stands before a part of one: Hường before Phương', async () => {
  const { officials: rows } = await as('administrator', (entered) =>
    officialsOf(entered, officials({ q: 'nguyen thi huong' })),
  )
  const isWhole = rows.map(({ fullName }) => fold(fullName).split(' ').includes('huong'))
  expect(isWhole[0]).toBe(true)
  expect(isWhole).toEqual(isWhole.toSorted((a, b) => Number(b) - Number(a)))
})

test("a unit's drafter sees the own subtree only, in list, search and single record", async () => {
  const [unit, list] = await as('unitDrafter', async (entered) => {
    const path = entered.caller.grants[0]?.unitPath ?? ''
    return [path, await officialsOf(entered, officials())] as const
  })
  const within = await as('administrator', (entered) =>
    officialsOf(entered, officials({ unitId: list.officials[0]?.unitId })),
  )
  expect(unit).not.toBe('')
  expect(list.total).toBeLessThan(5_000)
  expect(within.total).toBeGreaterThan(0)
  const stranger = await as('administrator', (entered) =>
    officialsOf(entered, officials({ level: 'PROVINCIAL' })),
  )
  const [somebody] = stranger.officials
  await expect(
    as('unitDrafter', (entered) => officialOf(entered, somebody?.officialId ?? '')),
  ).rejects.toMatchObject({ code: 'grammar.not-found' })
})

test('a list costs the same statements whatever is asked and whoever asks', async () => {
  const costs = new Set<number>()
  for (const role of ['administrator', 'unitDrafter'])
    for (const query of [{}, { q: 'nguyen thi huong' }, { sort: 'unit' }, { newInTerm: 'yes' }])
      costs.add(await countedIn(() => as(role, (e) => officialsOf(e, officials(query)))))
  expect([...costs]).toHaveLength(1)
  const unitCosts = new Set<number>()
  for (const query of [{}, { q: 'hai ba trung' }, { level: 'GRASSROOTS' }, { state: 'CLOSED' }])
    unitCosts.add(await countedIn(() => as('unitDrafter', (e) => unitsOf(e, units(query)))))
  expect([...unitCosts]).toHaveLength(1)
})

test('a union that ended is found by its old name, with who took it over and since when', async () => {
  await as('unitDrafter', async (entered) => {
    const found = await unitsOf(entered, units({ q: 'hai ba trung' }))
    expect(found.units[0]).toMatchObject({
      name: 'LĐLĐ quận Hai Bà Trưng (cũ)',
      validTo: '2025-06-30',
    })
    expect(found.units[0]?.successors.map(({ name, since }) => ({ name, since }))).toContainEqual({
      name: 'Công đoàn phường Bến Trúc',
      since: '2025-07-01',
    })
    const heir = found.units[0]?.successors.find(({ name }) => name.includes('Bến Trúc'))
    const unit = await unitOf(entered, heir?.unitId ?? '')
    expect(unit.predecessors.map(({ name }) => name)).toContain('LĐLĐ quận Hai Bà Trưng (cũ)')
    expect(unit.above).toHaveLength(1)
    const seen = await as('administrator', (office) => unitOf(office, unit.unitId))
    expect(seen.keyHolders.map(({ role }) => role).toSorted()).toEqual([
      'classOrganiser',
      'unitDrafter',
      'unitHead',
    ])
  })
})

test('the tree is the one of its day, loaded branch by branch', async () => {
  await as('administrator', async (entered) => {
    const [top] = (await branchOf(entered, {})).units
    const now = await branchOf(entered, { above: top?.unitId })
    const before = await branchOf(entered, { above: top?.unitId, on: '2025-06-30' })
    expect(now.units.map(({ code }) => code)).toContain('HT-02')
    expect(now.units.map(({ code }) => code)).not.toContain('HT-C01')
    expect(before.units.map(({ code }) => code)).toContain('HT-C01')
    expect(top?.children).toBe(now.units.length)
  })
})

/** The median of nine, in milliseconds. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0
}

test('lists stay quick: no page reads the whole table', async () => {
  const queries = [
    {},
    { from: 'end' },
    { q: 'nguyen thi huong' },
    { sort: 'unit' },
    { sort: 'unit', from: 'end' },
    { employment: 'FULL_TIME' },
  ]
  for (const role of ['administrator', 'unitDrafter'])
    for (const query of queries) {
      const ms = await medianOf(() => as(role, (e) => officialsOf(e, officials(query))))
      if (process.env.SHOW_TIMES) console.log(role, JSON.stringify(query), ms.toFixed(1))
      expect(ms, `${role} ${JSON.stringify(query)}`).toBeLessThan(400)
    }
})
