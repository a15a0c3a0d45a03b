import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { obstaclesToChecking } from '../../domain/reward/proposing.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { changeFile, fileOf, type FileRow, holdFile } from './files.ts'
import { linkTo, objectOf, roundForChange, roundOf, type RoundRow } from './round-row.ts'

/** What the unit says of its own merits; written anew until it is checked, and the last counts. */
export const report = performs(routes.report, async ({ tx, caller }, { params, body }) => {
  const file = await fileOf(tx, params.fileId)
  const round = await roundOf(tx, file.commendationId)
  const { unitId, unitPath } = file
  const as = mustAllow(deeds.reported, caller, { unitId, state: file.state })
  await tx
    .insertInto('awardReport')
    .values({
      federationId: round.federationId,
      fileId: file.id,
      unitPath,
      text: body.text,
      reportedBy: caller.officialId,
    })
    .execute()
  await finishTasks(tx, { kinds: ['reward.report'], objectId: file.id, by: caller.officialId })
  await openTasks(tx, [
    {
      federationId: round.federationId,
      cycleId: round.cycleId,
      kind: 'reward.check',
      objectType: 'awardFile',
      objectId: file.id,
      role: 'councilSecretary',
      unitId: round.unitId,
      params: { title: round.title, subject: file.subjectName },
      link: linkTo(round),
      dueAt: round.councilDueAt,
    },
  ])
  return onFile(round, file, { as, content: body })
})

export const checkFile = performs(routes.checkFile, async ({ tx, caller }, { params, body }) => {
  const { commendationId } = await fileOf(tx, params.fileId)
  // The council's opening freezes what is checked: one comes after the other.
  const round = await roundForChange(tx, commendationId)
  await holdFile(tx, params.fileId)
  const file = await fileOf(tx, params.fileId)
  const isOver = round.state !== 'FILING' && round.state !== 'CHECKING'
  const as = mustAllow(deeds.checked, caller, { state: isOver ? round.state : file.state })
  const obstacles = obstaclesToChecking({
    ...body,
    hasReport: file.report !== null,
    proposerId: file.proposerId,
    checkerId: caller.officialId,
  })
  if (obstacles[0]?.code === 'reward.proposer-checks')
    throw new Refusal('reward.proposer-checks', 'not-allowed')
  refuse('reward.check-not-in-order', obstacles)
  await tx
    .insertInto('awardCheck')
    .values({
      ...body,
      fileId: file.id,
      federationId: round.federationId,
      checkedBy: caller.officialId,
    })
    .execute()
  const isPassed = body.outcome === 'PASSED'
  await changeFile(
    tx,
    file.id,
    isPassed ? { state: 'CHECKED' } : { state: 'REJECTED', rejectedBecause: body.remark ?? '' },
  )
  const kinds = ['reward.check', 'reward.report']
  await finishTasks(tx, { kinds, objectId: file.id, by: caller.officialId })
  return onFile(round, file, { as, content: body, reason: body.remark })
})

export const handOver = performs(routes.handOver, async ({ tx, caller, at }, { params, body }) => {
  await holdFile(tx, params.fileId)
  const file = await fileOf(tx, params.fileId)
  const round = await roundOf(tx, file.commendationId)
  const as = mustAllow(deeds.handedOver, caller, { state: file.state })
  if (body.handedOverOn > dayOfInstant(at))
    throw new Refusal('reward.handed-over-in-future', 'invalid', {
      faults: [{ code: 'reward.handed-over-in-future', at: '/handedOverOn' }],
    })
  await changeFile(tx, file.id, { state: 'AWARDED', ...body })
  const rest = await tx
    .selectFrom('awardFile')
    .select('id')
    .where('commendationId', '=', round.id)
    .where('state', '=', 'DECIDED')
    .executeTakeFirst()
  const kinds = ['reward.handOver']
  if (!rest) await finishTasks(tx, { kinds, objectId: round.id, by: caller.officialId })
  return onFile(round, file, { as, content: body })
})

type Done = { as: ReturnType<typeof mustAllow>; content: unknown; reason?: string | null }

function onFile(round: RoundRow, file: FileRow, { as, content, reason = null }: Done) {
  return {
    reply: { fileId: file.id },
    as,
    object: {
      ...objectOf(round, file.revision + 1),
      type: 'awardFile',
      id: file.id,
      unitId: file.unitId,
    },
    facts: { subject: file.subjectName, title: round.title, reason },
    content,
  }
}
