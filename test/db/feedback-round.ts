import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { asSystem } from '../../db/context.ts'
import type { Db, Tx } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { perform, performQuietly } from '../../db/perform.ts'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { freshDatabase } from '../setup/database.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { ownerPool } from '../setup/owner-pool.ts'
import { membersTarget, noTotals, shareOf } from '../setup/printed.ts'
import { patientDatabase } from '../setup/patient-database.ts'

type Wish = { unitCount?: number; dueInMs?: number; graceInMs?: number; graceDays?: number }

const dayMs = 86_400_000

/** A federation whose two drafts have just been laid before its units. */
export async function aRound(wish: Wish = {}) {
  const database = await freshDatabase()
  const federation = await smallFederation(database.ownerUrl, wish.unitCount ?? 3)
  const db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 12 })
  const worker = patientDatabase(database.appUrl, { role: 'training_worker', poolSize: 4 })
  const ids = await insertRound(database.ownerUrl, federation, wish)
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    asSystem(worker, { federationId: federation.federationId, process: 'test' }, work)
  await inSystem((tx) => openObligations(tx, ids.roundId))
  const owner = ownerPool(database.ownerUrl)
  const sql = (statement: string, values: unknown[] = []) => owner.query(statement, values)
  return {
    ...ids,
    federation,
    db,
    inSystem,
    sql,
    appUrl: database.appUrl,
    by: (name: string) => deedsOf(db, federation.person(name).accountId),
    /** How many statements a deed takes between the beginning and the end of its transaction. */
    async costOf(name: string, deed: string, given: Given): Promise<number> {
      let statements = 0
      const counted = db.withPlugin({
        transformQuery({ node }) {
          statements += 1
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      await deedsOf(counted, federation.person(name).accountId).does(deed, given)
      return statements
    },
    answerOf: async (unit: number) => {
      const { rows } = await sql('select * from answer where round_id = $1 and unit_id = $2', [
        ids.roundId,
        federation.units[unit - 1]?.id,
      ])
      return rows[0]
    },
    async close() {
      await owner.end()
      await db.destroy()
      await worker.destroy()
      await database.drop()
    },
  }
}
export type Round = Awaited<ReturnType<typeof aRound>>

type Given = { params: Record<string, unknown>; body?: unknown; revision?: number; key?: string }

/** Does deeds as one person, as the API would once the input is parsed. */
function deedsOf(db: Db, accountId: string) {
  // the reply is looked at field by field in the tests
  const done = (deed: string, { params, body = {}, revision = 0, key }: Given) => {
    const performer = performerOf(deed)
    const input = { params, query: undefined, body, revision } as never
    const command = { key: key ?? randomUUID(), accountId, trace: 'T3S-T77', input }
    const doIt = performer.route.quiet ? performQuietly : perform
    return doIt(db, performer, command) as Promise<Record<string, unknown>>
  }
  return { does: done }
}

export async function insertRound(ownerUrl: string, federation: SmallFederation, wish: Wish) {
  const ids = { cycleId: randomUUID(), roundId: randomUUID() }
  const [training, membership] = [randomUUID(), randomUUID()]
  const due = new Date(Date.now() + (wish.dueInMs ?? 10 * dayMs))
  // five o'clock in Hà Nội, as the offices set it
  if (wish.dueInMs === undefined) due.setUTCHours(10, 0, 0, 0)
  const grace = new Date(due.getTime() + (wish.graceInMs ?? 2 * dayMs))
  await asOwner(ownerUrl, async (client) => {
    await client.query(
      `insert into cycle (id, federation_id, unit_id, plan_year, phase, process_id, opened_at)
       values ($1, $2, $3, 2027, 'feedback', 'cycle/HT/2027', now())`,
      [ids.cycleId, federation.federationId, federation.top.id],
    )
    for (const [planId, planType] of [
      [training, 'TRAINING'],
      [membership, 'MEMBERSHIP_DEVELOPMENT'],
    ] as const)
      await insertPlan(client, federation, { ...ids, planId, planType })
    await client.query(
      `insert into round (id, federation_id, cycle_id, number, process_id, opens_at, due_at, grace_days, grace_until)
       values ($1, $2, $3, 1, 'cycle/HT/2027/consultation/1', now(), $4, $5, $6)`,
      [ids.roundId, federation.federationId, ids.cycleId, due, wish.graceDays ?? 2, grace],
    )
    await client.query(
      `insert into round_plan (round_id, plan_id, version, federation_id)
       select $1, p.id, 1, p.federation_id from plan p where p.cycle_id = $2`,
      [ids.roundId, ids.cycleId],
    )
  })
  return { ...ids, training, membership, dueAt: due.toISOString(), graceUntil: grace.toISOString() }
}

type NewPlan = { cycleId: string; planId: string; planType: string }

async function insertPlan(
  client: pg.Client,
  federation: SmallFederation,
  { cycleId, planId, planType }: NewPlan,
) {
  const { federationId, top, departmentId } = federation
  await client.query(
    `insert into plan (id, federation_id, cycle_id, unit_id, plan_type, plan_year, title, state,
       department_id, published_version) values ($1, $2, $3, $4, $5, 2027, $6, 'CONSULTING', $7, 1)`,
    [planId, federationId, cycleId, top.id, planType, titles[planType], departmentId],
  )
  await client.query(
    `insert into plan_version (plan_id, version, federation_id, content, content_sha256)
     values ($1, 1, $2, $3, 'abc')`,
    [planId, federationId, JSON.stringify(contentOf(planType, federation))],
  )
}

const titles: Record<string, string> = {
  TRAINING: 'Kế hoạch tập huấn năm 2027',
  MEMBERSHIP_DEVELOPMENT: 'Kế hoạch phát triển đoàn viên năm 2027',
}

function contentOf(planType: string, { units }: SmallFederation) {
  const clauses = ['I.1', 'II.3'].map((code) => ({
    code,
    section: code.startsWith('I.') ? 'I. MỤC ĐÍCH' : 'II. CHỈ TIÊU',
    heading: `Mục ${code}`,
    text: `Mỗi lớp cho cán bộ mới học 03 ngày liên tục (${code}).`,
    lastYearText: null,
  }))
  const target = {
    ...membersTarget,
    value: 100 * units.length,
    allocations: units.map(shareOf),
  }
  return {
    planType,
    planYear: 2027,
    title: titles[planType],
    term: '2023-2028',
    head: { superiorName: 'TLĐ', federationName: 'LĐLĐ', place: 'Hà Thanh', symbol: 'LĐLĐ' },
    legalBases: [],
    clauses,
    targets: [target],
    classLines: [],
    totals: noTotals,
    recipients: [],
    signing: { capacity: 'ON_BEHALF_OF_COLLECTIVE', bodyName: 'BTV' },
  }
}

/** A complete answer with one correction and one request; `more` changes what matters. */
export function anAnswer(
  { training, membership }: { training: string; membership: string },
  more: Partial<AnswerForm> = {},
): AnswerForm {
  return {
    ...EMPTY_FORM,
    stances: {
      [training]: { stance: 'AGREE_IN_PRINCIPLE', remark: '' },
      [membership]: { stance: 'AGREE', remark: '' },
    },
    agreed: { [`${training}:CLAUSE:I.1`]: true },
    comments: {
      [`${training}:CLAUSE:II.3`]: {
        planId: training,
        placeKind: 'CLAUSE',
        placeCode: 'II.3',
        kind: 'CORRECTION',
        text: 'Doanh nghiệp khó cho nghỉ 03 ngày liền.',
        suggestedText: 'Mỗi lớp cho cán bộ mới học 03 ngày chia hai đợt.',
      },
    },
    targetRequests: {
      [`${membership}:TARGET:CT1`]: {
        planId: membership,
        targetCode: 'CT1',
        requested: 75,
        reason: 'EMPLOYER',
        particularity: 'Hai doanh nghiệp lớn chuyển đi.',
        feasibility: 'Còn lại 75 người có thể kết nạp.',
        commitment: '',
      },
    },
    spokesperson: { name: 'Phạm Đức Thuỷ', position: 'Chủ tịch' },
    isConfirmed: true,
    ...more,
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Writes, sends on and signs for a unit, and tells the reply of the signature. */
export async function answersFor(round: Round, unit: number, form = anAnswer(round)) {
  const { id } = await round.answerOf(unit)
  const params = { answerId: id }
  const [drafter, head] = [round.by(`unit${unit}.drafter`), round.by(`unit${unit}.head`)]
  const { revision } = await drafter.does('answer.saved', { params, body: { form }, revision: 0 })
  const seen = Number(revision)
  await drafter.does('answer.sentOn', { params, revision: seen })
  return head.does('answer.signed', { params, revision: seen })
}

/** As a process works: with the role of the worker. */
export async function asWorker<T>(
  house: { ownerUrl: string },
  work: (worker: Db) => Promise<T>,
): Promise<T> {
  const worker = patientDatabase(house.ownerUrl, { role: 'training_worker', poolSize: 1 })
  try {
    return await work(worker)
  } finally {
    await worker.destroy()
  }
}
