import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openDatabase } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { perform } from '../../db/perform.ts'
import { type ClassGround, insertClass } from '../setup/arranged/classes.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { interleaved, perSecond } from './row.ts'
import type { Subject } from './subject.ts'

const units = 16
const perUnit = 20
const floorIs =
  'the same rows written by pg in one transaction that holds the class, 16 connections, as owner'

type Nominee = { classId: string; unit: number; officialId: string }

/** Sixteen units send people to one class at the same time: each deed waits for the one before. */
export const nomination: Subject = {
  rows: [{ name: 'nomination', unit: '/s', goal: 0.4, goalIs: 'atLeast', floorIs }],
  async *measure(ground) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, units)
    const owner = new pg.Pool({ connectionString: urls.ownerUrl, max: units })
    const db = openDatabase(urls.appUrl, { role: 'training_api', poolSize: units })
    const sql: ClassGround['sql'] = async (statement, values = []) =>
      (await owner.query(statement, values)).rows
    const [cycle] = await sql(
      `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
       values ($1, $2, 2031, 'classes', 'cycle/bench', now()) returning id`,
      [federation.federationId, federation.top.id],
    )
    const place: ClassGround = { sql, federation, cycleId: String(cycle?.id) }
    const rate = async (nominate: (nominee: Nominee) => Promise<unknown>) =>
      perSecond(units, await nomineesOf(place), nominate)
    const performer = performerOf('officials.nominated')
    const byDeed = ({ classId, unit, officialId }: Nominee) => {
      const { accountId, unitId } = federation.person(`unit${unit}.drafter`)
      const body = { rows: [{ officialId, reason: null, needsLodging: false }] }
      const input = { params: { classId, unitId }, query: undefined, body, revision: 0 }
      return perform(db, performer, { key: randomUUID(), accountId, trace: 'bench', input })
    }
    const bare = (nominee: Nominee) => insertBare(owner, place, nominee)
    try {
      await rate(bare)
      await rate(byDeed)
      yield [
        'nomination',
        await interleaved({ floor: () => rate(bare), figure: () => rate(byDeed) }),
      ]
    } finally {
      await Promise.all([db.destroy(), owner.end()])
    }
  },
}

/** A new class with seats of every unit, and people who sit in no other class of its days. */
async function nomineesOf(place: ClassGround): Promise<Nominee[]> {
  const { sql, federation } = place
  const { classId } = await insertClass(place, {
    seats: units * perUnit,
    quotas: Array.from({ length: units }, () => perUnit),
  })
  const rows = await sql(
    `insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year, employment, level,
       position)
     select federation_id, id, path, 'Học viên ' || n, 'học viên ' || n, 'F', 1990, 'PART_TIME', 'IMMEDIATE_UPPER',
       'PRESIDENT'
     from unit, generate_series(1, $1::int) n where parent_id is not null returning id, unit_id`,
    [perUnit],
  )
  const numberOf = new Map(federation.units.map(({ id }, index) => [id, index + 1]))
  const nominees = rows.map((row) => ({
    classId,
    unit: numberOf.get(String(row.unit_id)) ?? 1,
    officialId: String(row.id),
  }))
  // every unit's turn comes round, so that the sixteen meet at the class and not at one unit
  return nominees.toSorted((a, b) => a.officialId.localeCompare(b.officialId))
}

async function insertBare(
  owner: pg.Pool,
  place: ClassGround,
  { classId, unit, officialId }: Nominee,
) {
  const { federation, cycleId } = place
  const { federationId } = federation
  const { accountId, unitId, officialId: by } = federation.person(`unit${unit}.drafter`)
  const client = await owner.connect()
  try {
    await client.query('begin')
    const key = randomUUID()
    await client.query(command, [key, federationId, accountId])
    await client.query('select id from training_class where id = $1 for update', [classId])
    await client.query(nominee, [federationId, classId, unitId, officialId, by])
    const { rows } = await client.query<{ id: string }>(quota, [classId, unitId])
    await client.query(task, [federationId, cycleId, rows[0]?.id, unitId])
    await client.query(entry, [federationId, classId, key])
    await client.query('commit')
  } finally {
    client.release()
  }
}

const command = `insert into command (key, federation_id, account_id, route, deed, input, input_sha256, trace, reply,
    process, done_at)
  values ($1, $2, $3, '/x', 'officials.nominated', '{}', repeat('0', 64), '', '{}', 'null', now())`
const nominee = `insert into nomination (federation_id, class_id, unit_id, unit_path, official_id, state, proposed_by)
  select $1, $2, id, path, $4, 'PROPOSED', $5 from unit where id = $3`
const quota = `update class_quota set approved_at = null, revision = revision + 1
  where class_id = $1 and unit_id = $2 returning id`
const task = `insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, link)
  values ($1, $2, 'classes.approve', 'classQuota', $3, 'unitHead', $4, '/classes') on conflict do nothing`
const entry = `insert into register_entry (federation_id, actor_name, deed, object_type, object_id, facts, content_sha256,
    trace, key) values ($1, 'bench', 'officials.nominated', 'trainingClass', $2, '{}', repeat('0', 64), '', $3)`
