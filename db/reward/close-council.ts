import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import {
  type Count,
  countOf,
  councilOutcome,
  obstaclesToClosingCouncil,
} from '../../domain/reward/council.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundState } from '../../domain/reward/states.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tell } from '../outbox.ts'
import { performs } from '../performer.ts'
import { enterSystemDeed } from '../register.ts'
import { refuse } from '../revision/standing.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { type Seat, seatsOf } from './council-members.ts'
import { ballotsOf, changeFile, type FileRow, filesOf, subjectOf } from './files.ts'
import {
  changeRound,
  linkTo,
  objectOf,
  processOfRound,
  roundForChange,
  type RoundRow,
} from './round-row.ts'

type Table = { files: readonly FileRow[]; seats: readonly Seat[]; counts: readonly Count[] }

/** The chair ends the voting before its deadline, with a reason. */
export const closeCouncil = performs(
  routes.closeCouncil,
  async ({ tx, caller }, { params, body }) => {
    const round = await roundForChange(tx, params.commendationId)
    const as = mustAllow(deeds.councilClosed, caller, { state: round.state })
    const table = await tableOf(tx, round)
    refuse('reward.not-closed', obstaclesToClosingCouncil(table.counts))
    const state = await settle(tx, round, table)
    return {
      reply: { commendationId: round.id, state },
      as,
      object: objectOf(round),
      facts: { ...factsOf(round, table), reason: body.reason, early: true },
      process: { state, id: round.id },
    }
  },
  processOfRound,
)

/** The timer's close: decided, prolonged once, or laid before the chair. Twice changes nothing. */
export async function closeCouncilByTimer(
  tx: Tx,
  commendationId: string,
): Promise<{ state: RoundState }> {
  const round = await roundForChange(tx, commendationId)
  if (round.state !== 'VOTING') return { state: round.state }
  const table = await tableOf(tx, round)
  const { councilDueAt: dueAt, extendedAt } = round
  const closing = { counts: table.counts, now: await clockOf(tx), dueAt, extendedAt }
  const outcome = councilOutcome({ ...closing, isClosedByChair: false }, await holidaysOf(tx))
  if (outcome.kind === 'open') return { state: round.state }
  const state =
    outcome.kind === 'voted'
      ? await settle(tx, round, table)
      : await withoutQuorum(tx, round, table, outcome)
  await enterSystemDeed(tx, round.federationId, {
    deed: outcome.kind === 'extended' ? 'council.extended' : 'council.ended',
    object: objectOf(round),
    facts: { ...factsOf(round, table), outcome: outcome.kind },
    trace: '',
    key: `commendation/${round.id}/${outcome.kind}/${dueAt}`,
  })
  return { state }
}

async function tableOf(tx: Tx, round: RoundRow): Promise<Table> {
  const files = (await filesOf(tx, round.id)).filter(({ state }) => state === 'CHECKED')
  const seats = await seatsOf(tx, round.bodyId)
  const ballots = await ballotsOf(tx, round.id)
  const quorum = { numerator: round.quorumNumerator, denominator: round.quorumDenominator }
  const counts = files.map((file) =>
    countOf({ subject: subjectOf(file), members: seats, ballots, quorum }),
  )
  return { files, seats, counts }
}

function factsOf({ title }: RoundRow, { files, counts }: Table) {
  return { title, files: files.length, passed: counts.filter(({ isPassed }) => isPassed).length }
}

/** Each file by its own votes; what was passed goes to the president. */
async function settle(tx: Tx, round: RoundRow, { counts }: Table): Promise<RoundState> {
  for (const { fileId, isPassed, agree, eligible } of counts)
    await changeFile(
      tx,
      fileId,
      isPassed
        ? { state: 'COUNCIL_VOTED' }
        : { state: 'REJECTED', rejectedBecause: `${agree}/${eligible}` },
    )
  await endTasks(tx, { kinds: ['reward.vote'], objectIds: [round.id], because: 'voting-closed' })
  const isPassed = counts.some((count) => count.isPassed)
  const state: RoundState = isPassed ? 'VOTED' : 'CLOSED'
  await changeRound(tx, round, { state, votedAt: await clockOf(tx) })
  if (isPassed) await layBeforeChair(tx, round, 'reward.sign')
  return state
}

type NoQuorum = { kind: 'extended'; dueAt: string } | { kind: 'withChair' }

async function withoutQuorum(
  tx: Tx,
  round: RoundRow,
  { seats }: Table,
  outcome: NoQuorum,
): Promise<RoundState> {
  if (outcome.kind === 'withChair') {
    await changeRound(tx, round, { state: 'WITH_CHAIR' })
    await endTasks(tx, { kinds: ['reward.vote'], objectIds: [round.id], because: 'voting-closed' })
    await layBeforeChair(tx, round, 'reward.decide')
    return 'WITH_CHAIR'
  }
  const { dueAt } = outcome
  await changeRound(tx, round, {
    state: 'VOTING',
    councilDueAt: dueAt,
    extendedAt: await clockOf(tx),
  })
  const late = await tx
    .updateTable('task')
    .set({ dueAt })
    .where('kind', '=', 'reward.vote')
    .where('objectId', '=', round.id)
    .where('doneAt', 'is', null)
    .returning('officialId')
    .execute()
  const ids = late.flatMap(({ officialId }) => officialId ?? [])
  await tell(
    tx,
    round.federationId,
    seats.map(({ officialId }) => officialId).filter((id) => ids.includes(id)),
    {
      eventKey: `commendation/${round.id}/extended`,
      textKey: 'reward.letters.extended',
      params: { title: round.title, dueOn: writeDay(dayOfInstant(dueAt)) },
      link: linkTo(round),
    },
  )
  return 'VOTING'
}

async function layBeforeChair(
  tx: Tx,
  round: RoundRow,
  kind: 'reward.sign' | 'reward.decide',
): Promise<void> {
  const { federationId, cycleId, unitId, title } = round
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind,
      objectType: 'commendation',
      objectId: round.id,
      role: 'committeeLeader',
      unitId,
      params: { title },
      link: linkTo(round),
    },
  ])
}
