import { verify } from '@node-rs/argon2'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../db/demo/load.ts'
import { demoPassword, demoPasswordHash } from '../../../db/demo/password.ts'
import { type FreshDatabase, freshDatabase } from '../../setup/database.ts'

const today = '2026-11-23'
let database: FreshDatabase
let owner: pg.Client
let schemaBefore: unknown

const schema = async () =>
  (
    await owner.query(
      `select indexdef as made from pg_indexes where schemaname = 'public'
       union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
       union all select oid::regclass || ' fenced ' || relrowsecurity || ' for its owner too ' || relforcerowsecurity
         from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       order by 1`,
    )
  ).rows

const count = async (from: string): Promise<number> => {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${from}`)
  return rows[0]?.n ?? -1
}

beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  schemaBefore = await schema()
  await loadDemo(database.ownerUrl, today)
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

describe('loading the demo federation', () => {
  it('brings in every unit, official, post and account', async () => {
    expect(await count(`unit where level = 'GRASSROOTS'`)).toBe(10_000)
    expect(await count('official')).toBe(65_749)
    expect(await count('post where is_main')).toBe(65_749)
    expect(await count(`account join auth_account on auth_account.user_id = account.user_id`)).toBe(
      108,
    )
  })

  it('leaves indexes, constraints and fences as the migrations made them', async () => {
    expect(await schema()).toEqual(schemaBefore)
  })

  it('finds a district that ended, without marks, and who took it over', async () => {
    const { rows } = await owner.query(
      `select heir.name from unit old join unit_succession s on s.unit_id = old.id
       join unit heir on heir.id = s.successor_id
       where old.folded like '%' || fold('hai ba trung') || '%' order by heir.code`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'Công đoàn phường Bến Trúc',
      'Công đoàn phường Chợ Sen',
      'Công đoàn phường Cầu Mây',
    ])
  })

  it('stands at 07 in the series of plans of the calendar year', async () => {
    const { rows } = await owner.query('select series_year, last_number from number_series')
    expect(rows).toEqual([{ series_year: 2026, last_number: 7 }])
  })

  it('does nothing of what only deeds may do', async () => {
    for (const table of ['cycle', 'plan', 'round', 'answer', 'register_entry', 'command'])
      expect(await count(table), table).toBe(0)
  })

  it('lets people in with the demo password', async () => {
    expect(await verify(demoPasswordHash, demoPassword)).toBe(true)
    expect(demoPasswordHash).toContain('$m=19456,t=2,p=1$')
  })

  it('refuses a database that already holds it, and changes nothing', async () => {
    await expect(loadDemo(database.ownerUrl, today)).rejects.toThrow(/duplicate key/)
    expect(await count('official')).toBe(65_749)
    expect(await schema()).toEqual(schemaBefore)
  })
})
