import { type Day, day, dayOfInstant, instantAt, writeDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { isWorkingDay } from '../../domain/grammar/working-days.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tell } from '../outbox.ts'
import { performs } from '../performer.ts'
import { enterSystemDeed } from '../register.ts'
import { endTasks, finishTasks, openTasks } from '../tasks.ts'
import { type Seat, seatsOf } from './council-members.ts'
import { contentOf, filesOf } from './files.ts'
import {
  changeRound,
  linkTo,
  objectOf,
  processOfRound,
  roundForChange,
  type RoundRow,
} from './round-row.ts'

/** What is checked goes before the council, frozen; with nothing left to vote on, the round ends. */
export const openCouncil = performs(
  routes.openCouncil,
  async ({ tx, caller }, { params }) => {
    const round = await roundForChange(tx, params.commendationId)
    const as = mustAllow(deeds.councilOpened, caller, { state: round.state })
    const files = await filesOf(tx, round.id)
    const unchecked = files.filter(({ state }) => state === 'PROPOSED').length
    if (unchecked > 0)
      throw new Refusal('reward.files-unchecked', 'wrong-state', { params: { files: unchecked } })
    const checked = files.filter(({ state }) => state === 'CHECKED')
    const isEmpty = checked.length === 0
    const state = isEmpty ? ('CLOSED' as const) : ('VOTING' as const)
    const now = await clockOf(tx)
    if (!isEmpty && Date.parse(round.councilDueAt) <= Date.parse(now))
      throw new Refusal('reward.council-day-over', 'wrong-state')
    const { sha256 } = contentOf(checked)
    await changeRound(tx, round, { state, contentSha256: isEmpty ? null : sha256 })
    const { id: objectId } = round
    await finishTasks(tx, { kinds: ['reward.openCouncil'], objectId, by: caller.officialId })
    await endTasks(tx, {
      kinds: ['reward.propose'],
      objectIds: [objectId],
      because: 'council-opened',
    })
    if (!isEmpty) await inviteCouncil(tx, round, await seatsOf(tx, round.bodyId))
    return {
      reply: { commendationId: round.id, state },
      as,
      object: objectOf(round),
      facts: { title: round.title, files: checked.length },
      content: { contentSha256: sha256 },
      process: { state, id: round.id },
    }
  },
  processOfRound,
)

export async function inviteCouncil(
  tx: Tx,
  round: RoundRow,
  seats: readonly Seat[],
): Promise<void> {
  const { id, federationId, cycleId, unitId, title, councilDueAt } = round
  const params = { title, dueOn: writeDay(dayOfInstant(councilDueAt)) }
  await openTasks(
    tx,
    seats.map(({ officialId }) => ({
      federationId,
      cycleId,
      kind: 'reward.vote',
      objectType: 'commendation',
      objectId: id,
      role: 'councilMember' as const,
      unitId,
      officialId,
      params,
      link: linkTo(round),
      dueAt: councilDueAt,
    })),
  )
  await tell(
    tx,
    federationId,
    seats.map(({ officialId }) => officialId),
    {
      eventKey: `commendation/${id}/vote/${councilDueAt}`,
      textKey: 'reward.letters.vote',
      params,
      link: linkTo(round),
    },
  )
}

/** The timer's: from here on nothing is proposed, and the secretary finishes the checks. */
export async function endFiling(tx: Tx, commendationId: string): Promise<void> {
  const round = await roundForChange(tx, commendationId)
  const now = await clockOf(tx)
  if (round.state !== 'FILING' || Date.parse(round.filesDueAt) > Date.parse(now)) return
  const isEmpty = (await filesOf(tx, round.id)).length === 0
  await changeRound(tx, round, { state: isEmpty ? 'CLOSED' : 'CHECKING' })
  const { id, federationId, cycleId, unitId, title } = round
  await endTasks(tx, {
    kinds: ['reward.propose'],
    objectIds: [id],
    because: 'files-over',
  })
  if (!isEmpty)
    await openTasks(tx, [
      {
        federationId,
        cycleId,
        kind: 'reward.openCouncil',
        objectType: 'commendation',
        objectId: id,
        role: 'councilSecretary',
        unitId,
        params: { title },
        link: linkTo(round),
        dueAt: round.councilDueAt,
      },
    ])
  await enterSystemDeed(tx, federationId, {
    deed: 'commendation.filesOver',
    object: objectOf(round),
    facts: { title },
    trace: '',
    key: `commendation/${id}/files-over`,
  })
}

/** Without a quorum after the extension, the chair sets another day. */
export const reopenCouncil = performs(
  routes.reopenCouncil,
  async ({ tx, caller, at }, { params, body }) => {
    const round = await roundForChange(tx, params.commendationId)
    const as = mustAllow(deeds.councilReopened, caller, { state: round.state })
    const dueOn = day(body.dueOn)
    const councilDueAt = await dayAhead(tx, dueOn, dayOfInstant(at))
    await changeRound(tx, round, { state: 'VOTING', councilDueAt, extendedAt: null })
    await finishTasks(tx, { kinds: ['reward.decide'], objectId: round.id, by: caller.officialId })
    await inviteCouncil(tx, { ...round, councilDueAt }, await seatsOf(tx, round.bodyId))
    return {
      reply: { commendationId: round.id, state: 'VOTING' as const },
      as,
      object: objectOf(round),
      facts: { title: round.title, dueOn, reason: body.reason },
      process: { state: 'VOTING', id: round.id },
    }
  },
  processOfRound,
)

async function dayAhead(tx: Tx, dueOn: Day, today: Day): Promise<string> {
  if (dueOn > today && isWorkingDay(dueOn, await holidaysOf(tx))) return instantAt(dueOn, '17:00')
  const params = { day: writeDay(dueOn) }
  throw new Refusal('reward.day-not-ahead', 'invalid', {
    params,
    faults: [{ code: 'reward.day-not-ahead', at: '/dueOn', params }],
  })
}
