import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Db } from '../../db/database.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { patientDatabase } from '../setup/patient-database.ts'

let database: FreshDatabase
let db: Db
beforeEach(async () => {
  database = await freshDatabase()
  db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 1 })
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

const askedAs = (alias: string) =>
  sql`select ${alias}::text as ${sql.ref(alias)}`.execute(db).then(({ rows }) => rows[0])

async function keptPlans(): Promise<number> {
  const { rows } = await sql<{ kept: bigint }>`
    select count(*) as kept from pg_prepared_statements`.execute(db)
  return Number(rows[0]?.kept)
}

test('what is asked for the third time is planned once, and answers as before', async () => {
  await askedAs('one')
  await askedAs('one')
  expect(await keptPlans()).toBe(0)
  expect(await askedAs('one')).toEqual({ one: 'one' })
  expect(await askedAs('one')).toEqual({ one: 'one' })
  expect(await keptPlans()).toBe(1)
})

test('a connection never keeps more than three hundred plans', async () => {
  for (let at = 0; at < 310; at += 1)
    for (let time = 0; time < 3; time += 1) await askedAs(`q${at}`)
  expect(await keptPlans()).toBe(300)
  expect(await askedAs('q309')).toEqual({ q309: 'q309' })
})

test('a refused statement spoils neither the plan nor the connection', async () => {
  const half = (of: number) =>
    sql<{ half: number }>`select 1 / ${of}::integer as half`.execute(db).then(({ rows }) => rows[0])
  for (let time = 0; time < 4; time += 1) expect(await half(1)).toEqual({ half: 1 })
  await expect(half(0)).rejects.toThrow('division by zero')
  expect(await half(1)).toEqual({ half: 1 })
})
