import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signAnswer } from '../setup/year-walk.ts'
import { minutesIn } from '../setup/arranged/conference.ts'
import { keptUpload, photoIn, scanIn, signedFile } from '../setup/arranged/files.ts'
import { inspectionIn } from '../setup/arranged/inspection-rows.ts'
import { paperIn } from '../setup/arranged/papers.ts'
import { holders, openScene, type Scene, trainee } from '../setup/arranged/scene.ts'
import { provedTask } from '../setup/arranged/tasks.ts'
import { certificateIn, taughtIn } from '../setup/arranged/teaching.ts'
import { issuedTargetIn, roundIn } from '../setup/arranged/reward.ts'
import { type House, openHouse } from '../setup/house.ts'
import { mountedReadings } from '../setup/mounted-routes.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { planYear } from '../setup/year-walk.ts'
import { judge, readPolicy, type Relation, statuses } from './rights-policy.ts'

const rules = readPolicy()
const workbook = '/export.xlsx'
let house: House
let scene: Scene
let ids: Record<string, string>
const queries: Record<string, string> = {}
beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  scene = await openScene(house)
  const { idFrom, planId, roundId, answerId, federation } = scene
  const unit = federation.person('unit1.drafter')
  const taught = await taughtIn(scene, 'SETTLED', { isMarked: true })
  await issuedTargetIn(scene)
  const scanId = await scanIn(scene)
  const inspectionId = await inspectionIn(scene, 'FOLLOW_UP')
  ids = {
    planYear: String(planYear),
    planType: 'MEMBERSHIP_DEVELOPMENT',
    code: 'M1',
    planId,
    roundId,
    answerId,
    commentId: await idFrom('select id from comment where answer_id = $1 limit 1', [answerId]),
    paperId: await paperIn(scene, 'ISSUED'),
    commendationId: (await roundIn(scene, 'FILING')).commendationId,
    version: '1',
    approvalId: await scene.approvalId(),
    targetId: await idFrom('select id from target where plan_id = $1 limit 1', [planId]),
    accountId: unit.accountId,
    officialId: unit.officialId,
    unitId: unit.unitId,
    moment: 'awardFilesDue',
    day: `${planYear + 1}-06-15`,
    objectType: 'plan',
    objectId: planId,
    classId: taught.classId,
    certificateId: await certificateIn(scene, 'VALID', taught),
    uploadId: await keptUpload(scene, 'unit1.drafter'),
    fileId: await signedFile(scene),
    scanId,
    inspectionId,
    photoId: await photoIn(scene, inspectionId),
    ...(await provedTask(scene)),
    ...(await minutesIn(scene)),
  }
  queries['/holidays'] = `year=${planYear}`
  queries['/holidays/:day/preview'] = 'kind=OFF'
  queries['/cycles/:planYear/moments/:moment/preview'] = `day=${planYear}-11-24`
  queries['/units/:unitId/merger'] = `successorId=${federation.person('unit2.drafter').unitId}`
  queries['/classes'] = `planYear=${planYear}`
  queries['/session-clashes'] = `day=${planYear}-06-15&from=07:30&to=11:00`
  queries['/search'] = 'q=Cong doan'
  queries['/rounds/:roundId/reminder'] = `answers=${answerId}`
}, 120_000)
afterAll(() => house?.close())
type Principal = { role: string; relation: Relation; who: string }
const principals: Principal[] = [
  ...Object.entries(holders).map(([role, who]): Principal => ({
    role,
    who,
    relation: role === 'lecturer' ? 'none' : 'federation',
  })),
  { role: 'trainee', relation: 'none', who: trainee },
  { role: 'unitDrafter', relation: 'own', who: 'unit1.drafter' },
  { role: 'unitHead', relation: 'own', who: 'unit1.head' },
  { role: 'unitDrafter', relation: 'other', who: 'unit2.drafter' },
  { role: 'unitHead', relation: 'other', who: 'unit2.head' },
]

const addressOf = (path: string) => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)
  const query = queries[path.replace(workbook, '')]
  return query ? `${filled}?${query}` : filled
}

describe('who reads what', () => {
  test.each(mountedReadings().map(({ path }) => path))('%s', async (path) => {
    const deed = `GET ${path.replace(workbook, '')}`
    const wrong: string[] = []
    for (const principal of principals) {
      const verdict = judge(rules, { ...principal, deed, state: '-' })
      if (!verdict) throw new Error(`${principal.role} is not judged`)
      const reply = await (await scene.walk.person(principal.who)).raw(addressOf(path))
      const isWrong =
        reply.status !== statuses[verdict] || (reply.status !== 200 && wrongWithProblem(reply))
      if (isWrong)
        wrong.push(
          `${principal.role} (${principal.relation}): ${verdict}, ${reply.status} ${JSON.stringify(reply.body).slice(0, 200)}`,
        )
    }
    expect(wrong).toEqual([])
  })

  test('nobody who is not signed in, but at the door', async () => {
    for (const { path, by } of mountedReadings()) {
      const reply = await fetch(`${house.address}/api${addressOf(path)}`)
      await reply.arrayBuffer()
      expect(reply.status, path).toBe(by === 'anyone' ? 200 : 401)
    }
  })
})

/** Words of the first unit alone, put where another unit could stumble upon them. */
const secrets = ['BI-MAT-COMMENT', 'BI-MAT-SPOKESPERSON', 'BI-MAT-REASON', 'BI-MAT-LETTER']

describe('one unit never learns of another', () => {
  beforeAll(async () => {
    const { sql, answerId, federation } = scene
    const unit = federation.units[0]?.id
    await sql('update comment set text = $2 where answer_id = $1', [answerId, secrets[0]])
    await sql(
      `update answer_form set form = jsonb_set(form, '{spokesperson,name}', to_jsonb($2::text)) where answer_id = $1`,
      [answerId, secrets[1]],
    )
    await sql('update target_request set particularity = $2 where answer_id = $1', [
      answerId,
      secrets[2],
    ])
    await sql(
      `insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
       values ($1, $2, $3, 'secret', 'feedback.letters.reminder', jsonb_build_object('text', $4::text), '/')`,
      [federation.federationId, federation.person('unit1.drafter').officialId, unit, secrets[3]],
    )
  })

  test('in no reading, list, search, workbook or history it may open', async () => {
    for (const who of ['unit2.drafter', 'unit2.head', 'member4'])
      for (const { path } of mountedReadings()) {
        const reply = await fetch(`${house.address}/api${addressOf(path)}`, {
          headers: { cookie: (await scene.walk.person(who)).cookie },
        })
        const text = Buffer.from(await reply.arrayBuffer()).toString('latin1')
        for (const secret of secrets) expect(text, `${who} ${path}`).not.toContain(secret)
      }
  })

  test('adding to another unit changes no byte of what this one reads', async () => {
    const silent = [
      '/cycles/:planYear/answer',
      '/inbox',
      '/letters',
      '/search',
      '/officials',
      '/me',
    ]
    const seen = async () => {
      const reader = await scene.walk.person('unit2.head')
      const replies = await Promise.all(silent.map((path) => reader.raw(addressOf(path))))
      return replies.map(({ body }) => JSON.stringify(body))
    }
    await scene.sql(`update round set state = 'OPEN', closed_at = null, due_at = now() + interval '9 days',
      grace_until = now() + interval '9 days'`)
    await scene.sql(`update answer set state = 'NOT_OPENED' where unit_id = $1`, [
      scene.federation.units[2]?.id,
    ])
    const before = await seen()
    await signAnswer(scene.walk, 3)
    expect(await seen()).toEqual(before)
  })
})

describe('the fence of the database, without any filter of the application', () => {
  const tables = ['answer', 'answer_form', 'answer_version', 'stance', 'comment', 'target_request']
  let client: pg.Client

  beforeAll(async () => {
    client = new pg.Client({ connectionString: house.ownerUrl })
    await client.connect()
  })
  afterAll(() => client?.end())

  /** As the API enters a transaction in this person's name. */
  async function asPerson<T>(who: string, work: () => Promise<T>): Promise<T> {
    await client.query('begin')
    try {
      await client.query('set local role training_api')
      const { accountId } = scene.federation.person(who)
      await client.query('select enter_as($1::uuid)', [accountId])
      return await work()
    } finally {
      await client.query('rollback')
    }
  }
  const unitsIn = async (table: string) =>
    (await client.query<{ unit_id: string }>(`select distinct unit_id from ${table}`)).rows.map(
      (row) => row.unit_id,
    )

  test.each(tables)(
    '%s: a unit sees its own rows, the offices no draft, a stranger none',
    async (table) => {
      const own = scene.federation.units[0]?.id
      expect(await asPerson('unit1.drafter', () => unitsIn(table))).toEqual([own])
      expect(await asPerson('member4', () => unitsIn(table))).toEqual([])
      const offices = await asPerson('drafter', () => unitsIn(table))
      if (table === 'answer_form') expect(offices).toEqual([])
      else expect(offices.length).toBeGreaterThan(1)
      await client.query('begin')
      await client.query('set local role training_api')
      expect(await unitsIn(table)).toEqual([])
      await client.query('rollback')
    },
  )

  test.each(tables)(
    '%s: nobody writes into another unit, not even the federation',
    async (table) => {
      const other = scene.federation.units[0]?.id
      for (const who of ['unit2.head', 'drafter', 'admin']) {
        const changed = await asPerson(who, async () => {
          try {
            const { rowCount } = await client.query(
              `update ${table} set ${table === 'answer' ? `state = 'SUBMITTED'` : 'unit_id = unit_id'}
             where unit_id = $1`,
              [other],
            )
            return rowCount
          } catch (error) {
            return error instanceof pg.DatabaseError ? error.code : error
          }
        })
        expect([0, '42501'], `${who} ${table}`).toContain(changed)
      }
    },
  )

  test('every table of a federation stands behind the fence, forced, for its owner too', async () => {
    const { rows } = await client.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'federation_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(rows).toEqual([])
  })

  test('what runs with the rights of the owner is known by name, and seen by no stranger', async () => {
    const { rows } = await client.query<{ name: string; open: boolean }>(
      `select p.proname as name, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`,
    )
    expect(rows.filter(({ open }) => open)).toEqual([])
  })

  test('another federation is not there', async () => {
    const foreign = crypto.randomUUID()
    await scene.sql(
      `insert into federation (id, name, short_name, place, superior_name, symbol) values ($1, 'Khác', 'K', 'K', 'TLĐ', 'K')`,
      [foreign],
    )
    await scene.sql(
      `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
       select $1, id, 2099, 'needs', 'cycle/K/2099', now() from unit where parent_id is null limit 1`,
      [foreign],
    )
    for (const who of ['admin', 'leader', 'unit1.head'])
      expect(
        await asPerson(who, async () => {
          const { rows } = await client.query(`select 1 from cycle where plan_year = 2099
            union all select 1 from federation where id = '${foreign}'`)
          return rows.length
        }),
      ).toBe(0)
  })

  test('the register and what was signed are never changed, not even by the owner', async () => {
    for (const statement of [
      `update register_entry set deed = 'x'`,
      'delete from register_entry',
      'truncate register_entry cascade',
    ])
      await expect(client.query(statement), statement).rejects.toThrow('append-only')
    for (const table of ['register_entry', 'ballot', 'plan_version', 'signature', 'seal'])
      await expect(
        asPerson('admin', () => client.query(`update ${table} set federation_id = federation_id`)),
        table,
      ).rejects.toThrow(/permission denied/)
  })
})
