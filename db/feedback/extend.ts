import { sql } from 'kysely'
import { boardRoutes as routes } from '../../domain/feedback/board.contract.ts'
import { obstaclesToExtending } from '../../domain/feedback/round.ts'
import { type Day, day, instantAt, timeOfInstant } from '../../domain/grammar/day.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { type Holiday, isWorkingDay } from '../../domain/grammar/working-days.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { found } from '../subject.ts'
import { endRequest } from './extension-request.ts'
import { type AnswerRow, answers, deadline, withState } from './obligation.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { linkOf } from './round-link.ts'
import { closingInstant, extendedTo, holidaysOf, roundForClosing, type RoundRow } from './round.ts'

export const extend = performs(routes.extend, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const round = await roundForClosing(tx, params.roundId)
  const as = officeOf(stage, routes.extend.deed, round)
  const answer = await answerIn(tx, round, body.answerId)
  const dueOn = day(body.dueOn)
  const dueAt = instantAt(dueOn, timeOfInstant(round.dueAt))
  mustBePossible(await obstacles(tx, round, { answer, dueOn, dueAt, reason: body.reason }))
  await endRequest(tx, answer.id, { outcome: 'GRANTED', by: caller.officialId })
  await grant(tx, round, { answer, dueOn, dueAt, reason: body.reason, by: caller.officialId })
  await recomputeNextMoment(tx, round, stage.key)
  return toldOfRound(round, {
    as,
    reply: { answerId: answer.id, dueAt, closesAt: await closingInstant(tx, round) },
    facts: { unitName: answer.unitName, dueOn, reason: body.reason },
    unitId: answer.unitId,
  })
})

async function answerIn(tx: Tx, round: RoundRow, answerId: string): Promise<AnswerRow> {
  const row = await answers(tx)
    .where('answer.id', '=', answerId)
    .where('answer.roundId', '=', round.id)
    .executeTakeFirst()
  return withState(found(row))
}

type Wanted = { answer: AnswerRow; dueOn: Day; dueAt: string; reason: string }

async function obstacles(
  tx: Tx,
  round: RoundRow,
  { answer, dueOn, dueAt, reason }: Wanted,
): Promise<Obstacle[]> {
  const holidays = await holidaysOf(tx)
  const extended = await extendedTo(tx, { roundId: round.id, unitId: answer.unitId })
  return [
    ...obstaclesToExtending({
      now: await clockOf(tx),
      current: deadline(round, extended, holidays).dueAt,
      wanted: dueAt,
      reason,
      state: answer.state,
      closedAt: round.closedAt,
    }).map((obstacle) => (obstacle.at === '/dueAt' ? { ...obstacle, at: '/dueOn' } : obstacle)),
    ...restDay(dueOn, holidays),
  ]
}

export function restDay(dueOn: Day, holidays: readonly Holiday[]): Obstacle[] {
  return isWorkingDay(dueOn, holidays) ? [] : [{ code: 'feedback.day-not-working', at: '/dueOn' }]
}

async function grant(
  tx: Tx,
  round: RoundRow,
  { answer, dueOn, dueAt, reason, by }: Wanted & { by: string },
): Promise<void> {
  const { unitId } = answer
  const row = { federationId: round.federationId, roundId: round.id, unitId, dueAt, reason }
  await tx
    .insertInto('extension')
    .values({ ...row, grantedBy: by })
    .execute()
  await sql`
    update task set due_at = ${dueAt}
    where done_at is null and object_type = 'answer' and object_id = ${answer.id}`.execute(tx)
  await tellHolders(
    tx,
    round.federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds: [unitId] },
    {
      eventKey: `round/${round.id}/extended/${dueAt}`,
      textKey: 'feedback.letters.extended',
      params: { planYear: round.planYear, dueOn, reason },
      link: linkOf(round),
    },
  )
}

/** The process reads the deadlines again and waits for the right moment. */
export function recomputeNextMoment(tx: Tx, round: RoundRow, key: string): Promise<void> {
  return requestProcess(tx, {
    federationId: round.federationId,
    workflowType: 'consultation',
    workflowId: round.processId,
    message: 'signal',
    name: 'calendarChanged',
    input: {},
    key: `deadline/${key}`,
  })
}
