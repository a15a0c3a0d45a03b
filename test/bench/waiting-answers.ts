import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { asSystem } from '../../db/context.ts'
import { type Db, openDatabase } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { perform, performQuietly } from '../../db/perform.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { SmallFederation } from '../setup/small-federation.ts'
import { asTheWorker } from './as-the-worker.ts'
import { contentOf, fullForm, type PlanIds, planTypes, titles } from './consultation-content.ts'
import { byMany } from './row.ts'

/** An answer that lies with its president, to be signed. */
export type WaitingAnswer = { answerId: string; head: string; number: string; unitId: string }

export type Consultation = {
  federation: SmallFederation
  roundId: string
  plans: PlanIds
  answers: WaitingAnswer[]
}

/** A round over two drafts in which every unit's form has been written and sent on. */
export async function openConsultation(
  { ownerUrl, appUrl }: DatabaseUrls,
  federation: SmallFederation,
): Promise<Consultation> {
  const plans: PlanIds = { TRAINING: randomUUID(), MEMBERSHIP_DEVELOPMENT: randomUUID() }
  const roundId = await withClient(ownerUrl, (client) => insertRound(client, federation, plans))
  const worker = openDatabase(appUrl, asTheWorker)
  const { federationId } = federation
  await asSystem(worker, { federationId, process: 'bench' }, (tx) => openObligations(tx, roundId))
  await worker.destroy()
  const answers = await withClient(ownerUrl, (client) => answersOf(client, federation))
  const db = openDatabase(appUrl, { role: 'training_api', poolSize: 8 })
  await byMany(8, answers, (answer) => writeAndSendOn(db, { federation, plans, answer }))
  await db.destroy()
  // as a running server does by itself, a minute after so much was written
  await withClient(ownerUrl, (client) => client.query('vacuum analyze'))
  return { federation, roundId, plans, answers }
}

export async function insertRound(client: pg.Client, federation: SmallFederation, plans: PlanIds) {
  const { federationId, top, departmentId, units } = federation
  const [cycleId, roundId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into cycle (id, federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, $3, 2027, 'feedback', $4, now())`,
    [cycleId, federationId, top.id, `cycle/${cycleId}`],
  )
  await client.query(
    `insert into round (id, federation_id, cycle_id, number, process_id, opens_at, due_at, grace_until)
     values ($1, $2, $3, 1, $4, now(), now() + interval '10 days', now() + interval '12 days')`,
    [roundId, federationId, cycleId, `cycle/${cycleId}/consultation/1`],
  )
  for (const type of planTypes) {
    const content = JSON.stringify(contentOf(type, units))
    await client.query(
      `insert into plan (id, federation_id, cycle_id, unit_id, plan_type, plan_year, title, state,
         department_id, published_version) values ($1, $2, $3, $4, $5, 2027, $6, 'CONSULTING', $7, 1)`,
      [plans[type], federationId, cycleId, top.id, type, titles[type], departmentId],
    )
    await client.query(
      `insert into plan_version (plan_id, version, federation_id, content, content_sha256)
       values ($1, 1, $2, $3, 'bench')`,
      [plans[type], federationId, content],
    )
    await client.query(
      `insert into round_plan (round_id, plan_id, version, federation_id) values ($1, $2, 1, $3)`,
      [roundId, plans[type], federationId],
    )
  }
  return roundId
}

async function answersOf(client: pg.Client, { units }: SmallFederation): Promise<WaitingAnswer[]> {
  const { rows } = await client.query<{ id: string; unit_id: string; number: string }>(
    'select id, unit_id, number from answer',
  )
  return rows.map(({ id, unit_id, number }) => {
    const at = units.findIndex((unit) => unit.id === unit_id)
    return { answerId: id, unitId: unit_id, number, head: `unit${at + 1}.head` }
  })
}

type Writing = { federation: SmallFederation; plans: PlanIds; answer: WaitingAnswer }

async function writeAndSendOn(db: Db, { federation, plans, answer }: Writing): Promise<void> {
  const drafter = federation.person(answer.head.replace('.head', '.drafter'))
  const command = (body: unknown, revision: number) => ({
    key: randomUUID(),
    accountId: drafter.accountId,
    trace: 'bench',
    input: { params: { answerId: answer.answerId }, query: undefined, body, revision },
  })
  await performQuietly(db, performerOf('answer.saved'), command({ form: fullForm(plans) }, 0))
  await perform(db, performerOf('answer.sentOn'), command({}, 1))
}

/** Back to where every answer waits for its president, so that the next pass finds the same work. */
export function layBack(ownerUrl: string): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query('truncate answer_version, stance, comment, target_request cascade')
    await client.query(
      `update answer set state = 'WITH_PRESIDENT', version = 0, submitted_at = null`,
    )
    await client.query(
      `update task set done_at = null, done_by = null where kind = 'feedback.sign'`,
    )
    await client.query(`delete from letter where text_key = 'feedback.letters.signed'`)
    await client.query('vacuum analyze answer, task, letter')
    await client.query('checkpoint')
  })
}
