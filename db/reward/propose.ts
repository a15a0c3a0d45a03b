import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { obstaclesToProposing } from '../../domain/reward/proposing.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundKind } from '../../domain/reward/states.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { linkTo, objectOf, roundForChange, type RoundRow } from './round-row.ts'
import { type UnitFigures, yearFigures } from './year-figures.ts'

/** Proposed from an inspection's result or from the year's figures, which are frozen beside it. */
export const propose = performs(routes.propose, async ({ tx, caller }, { params, body }) => {
  const round = await roundForChange(tx, params.commendationId)
  const as = mustAllow(deeds.proposed, caller, { state: round.state })
  if (Date.parse(await clockOf(tx)) > Date.parse(round.filesDueAt))
    throw new Refusal('reward.files-over', 'wrong-state')
  const [unit] = await yearFigures(tx, { id: round.cycleId, planYear: round.planYear }, body.unitId)
  const subject = await subjectOf(tx, found(unit), body.officialId)
  await mustBeInOrder(tx, round, { ...body, isRegistered: subject.isRegistered })
  const isFromInspection = body.inspectionId !== null
  if (isFromInspection && subject.figures.inspection?.inspectionId !== body.inspectionId)
    throw new Refusal('reward.no-such-result', 'invalid', {
      faults: [{ code: 'reward.no-such-result', at: '/inspectionId' }],
    })
  const { id } = await tx
    .insertInto('awardFile')
    .values({
      ...body,
      federationId: round.federationId,
      commendationId: round.id,
      number: await nextFileNumber(tx, round.id),
      unitPath: subject.unitPath,
      subjectName: subject.name,
      origin: isFromInspection ? 'INSPECTION' : 'FIGURES',
      figures: JSON.stringify(subject.figures),
      state: 'PROPOSED',
      proposedBy: caller.officialId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await askForReport(tx, round, { fileId: id, unitId: body.unitId, name: subject.name })
  const kinds = ['reward.propose']
  await finishTasks(tx, { kinds, objectId: round.id, by: caller.officialId })
  return {
    reply: { fileId: id },
    as,
    object: { ...objectOf(round, round.revision), type: 'awardFile', id, unitId: body.unitId },
    facts: { subject: subject.name, title: round.title },
    content: { ...body, figures: subject.figures },
  }
})

type Subject = UnitFigures & { name: string; unitPath: string }

/** The unit itself, or one of its officials, called as they are today. */
async function subjectOf(tx: Tx, unit: UnitFigures, officialId: string | null): Promise<Subject> {
  const { path } = await tx
    .selectFrom('unit')
    .select('path')
    .where('id', '=', unit.unitId)
    .executeTakeFirstOrThrow()
  if (!officialId) return { ...unit, name: unit.unitName, unitPath: path }
  const official = await tx
    .selectFrom('official')
    .select(['fullName', 'unitPath'])
    .where('id', '=', officialId)
    .executeTakeFirst()
  const { fullName, unitPath } = found(official)
  if (unitPath !== path && !unitPath.startsWith(`${path}.`))
    throw new Refusal('reward.not-of-the-unit', 'invalid', {
      faults: [{ code: 'reward.not-of-the-unit', at: '/officialId' }],
    })
  return { ...unit, name: fullName, unitPath: path }
}

type Wanted = {
  unitId: string
  officialId: string | null
  citation: string
  isRegistered: boolean
}

async function mustBeInOrder(tx: Tx, round: RoundRow, wanted: Wanted): Promise<void> {
  const files = await tx
    .selectFrom('awardFile')
    .innerJoin('commendation', 'commendation.id', 'awardFile.commendationId')
    .select(['commendation.id', 'commendation.kind'])
    .where('commendation.cycleId', '=', round.cycleId)
    .where('awardFile.unitId', '=', wanted.unitId)
    .where('awardFile.officialId', 'is not distinct from', wanted.officialId)
    .where('awardFile.state', '<>', 'REJECTED')
    .execute()
  if (files.some(({ id }) => id === round.id))
    throw new Refusal('reward.proposed-already', 'wrong-state')
  const obstacles = obstaclesToProposing({
    kind: round.kind,
    isRegistered: wanted.isRegistered,
    // Held to these words by a check of the table.
    otherKinds: files.map(({ kind }) => kind as RoundKind),
    citation: wanted.citation,
  })
  refuse('reward.proposal-not-in-order', obstacles)
}

async function nextFileNumber(tx: Tx, commendationId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('awardFile')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('commendationId', '=', commendationId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function askForReport(
  tx: Tx,
  round: RoundRow,
  { fileId, unitId, name }: { fileId: string; unitId: string; name: string },
): Promise<void> {
  const { federationId, cycleId, title } = round
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'reward.report',
      objectType: 'awardFile',
      objectId: fileId,
      role: 'unitHead',
      unitId,
      params: { title, subject: name },
      link: linkTo(round),
      dueAt: round.filesDueAt,
    },
  ])
  await tellHolders(
    tx,
    federationId,
    { roles: ['unitHead', 'unitDrafter'], unitIds: [unitId] },
    {
      eventKey: `award-file/${fileId}/proposed`,
      textKey: 'reward.letters.proposed',
      params: { title, subject: name },
      link: linkTo(round),
    },
  )
}
