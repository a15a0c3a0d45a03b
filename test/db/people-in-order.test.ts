import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import type { Db } from '../../db/database.ts'
import { everyOfficialOf, officialsOf } from '../../db/federation/officials.ts'
import { officialsQuery } from '../../domain/federation/officials.contract.ts'
import { compareByGivenName, givenNameSortKey } from '../../domain/grammar/text.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { patientDatabase } from '../setup/patient-database.ts'

// Given names that differ by a mark only, under family names that stand far apart.
const given = ['Anh', 'Ánh', 'Ảnh', 'Ân', 'Đức', 'Dức', 'Hoà', 'Hòa', 'Hoa', 'Hoá', 'Thuỷ', 'Thúy']
const family = ['An', 'Bùi', 'Đỗ', 'Dương', 'Lê', 'Lễ', 'Nguyễn', 'Vũ', 'Ỷ']
const middle = ['', 'Thị', 'Thị Hà', 'Văn', 'Vân']
const names = family.flatMap((first) =>
  middle.flatMap((between) =>
    given.map((last) => `${first} ${between} ${last}`.replace('  ', ' ')),
  ),
)

let database: FreshDatabase
let db: Db
let federation: SmallFederation

beforeAll(async () => {
  database = await freshDatabase()
  federation = await smallFederation(database.ownerUrl, 1)
  await withClient(database.ownerUrl, (client) =>
    client.query(
      `insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, employment, level, position)
       select $1, $2, 'ht', name, sort, 'F', 'FULL_TIME', 'PROVINCIAL', 'SAFETY_REP'
       from unnest($3::text[], $4::text[]) as n (name, sort)`,
      [federation.federationId, federation.top.id, names, names.map(givenNameSortKey)],
    ),
  )
  await withClient(database.ownerUrl, (client) => client.query('analyze official'))
  db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 2 })
})
afterAll(async () => {
  await db?.destroy()
  await database?.drop()
})

const query = officialsQuery.parse({ position: 'SAFETY_REP' })
const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[2]) =>
  asPerson(db, federation.person('admin').accountId, work)

const givenNamesOf = (list: readonly string[]) => {
  const runs: string[] = []
  for (const name of list) {
    const last = name.split(' ').at(-1) ?? ''
    if (runs.at(-1) !== last) runs.push(last)
  }
  return runs
}

test('no Ánh stands among the Anhs, whatever their family names are', async () => {
  const walked = await asAdmin(async (entered) => {
    const seen: string[] = []
    for await (const { fullName } of everyOfficialOf(entered, query)) seen.push(fullName)
    return seen
  })
  expect(walked).toHaveLength(names.length)
  expect(givenNamesOf(walked)).toHaveLength(given.length)
  expect(walked).toEqual(names.toSorted(compareByGivenName))
})

test('compared as one text, they mingle', async () => {
  const rows = await asAdmin(({ tx }) =>
    tx
      .selectFrom('official')
      .select('fullName')
      .where('position', '=', 'SAFETY_REP')
      .orderBy('sortName')
      .execute(),
  )
  expect(givenNamesOf(rows.map(({ fullName }) => fullName)).length).toBeGreaterThan(given.length)
})

test('the pages from the end are those from the beginning', async () => {
  await asAdmin(async (entered) => {
    const backwards: string[] = []
    let page = await officialsOf(entered, { ...query, from: 'end' })
    for (;;) {
      backwards.unshift(...page.officials.map(({ fullName }) => fullName))
      if (!page.previous) break
      page = await officialsOf(entered, { ...query, before: page.previous })
    }
    expect(backwards).toEqual(names.toSorted(compareByGivenName))
  })
})

test('the index stands in this order: a page is read without sorting', async () => {
  const plan = await asAdmin(async ({ tx }) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select full_name from official where federation_id = ${federation.federationId}
        and (sort_words, id) > (${['Hoa', 'Lê']}::text[], ${federation.federationId}::uuid)
      order by sort_words, id limit 50`.execute(tx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('official_by_name')
  expect(plan).not.toContain('Sort')
})
