import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { inspectionForChange, type InspectionRow } from './inspection-row.ts'
import { latestMinutes } from './minutes-row.ts'
import { moveInspection, told } from './move.ts'
import { mustBeSeatable, type Seat, seatTeam, teamOf } from './team.ts'
import { taskOf, tellPeople } from './tell.ts'
import { openTasks } from '../tasks.ts'

/**
 * Another team goes on, because a merger or a new post has put somebody of it among the inspected.
 * What the earlier one wrote and signed stays with its names.
 */
export const changeTeam = performs(
  routes.changeTeam,
  async ({ tx, caller }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.teamChanged, caller, { state: inspection.state })
    mustBeCurrent(inspection, revision, null)
    await mustBeUnsigned(tx, inspection)
    await mustBeSeatable(tx, body.team, inspection)
    const before = await teamOf(tx, inspection.id)
    await seatTeam(tx, inspection, body.team)
    const now = await teamOf(tx, inspection.id)
    await moveInspection(tx, inspection, { to: inspection.state })
    await moveTasks(tx, inspection, { before, now })
    const everybody = new Set([...before, ...now].map(({ officialId }) => officialId))
    await tellPeople(tx, inspection, [...everybody], {
      event: `team/${inspection.revision}`,
      textKey: 'inspection.letters.teamChanged',
      params: { team: namesOf(now), reason: body.reason },
    })
    const facts = { before: namesOf(before), team: namesOf(now), reason: body.reason }
    return told(inspection, inspection.state, { as, facts, content: body })
  },
)

/** Between the two signatures nothing moves any more. */
async function mustBeUnsigned(tx: Tx, { id, state }: InspectionRow): Promise<void> {
  if (state !== 'ON_SITE') return
  const minutes = await latestMinutes(tx, id)
  if (minutes && minutes.signatures.length > 0)
    throw new Refusal('inspection.minutes-under-signature', 'wrong-state')
}

const namesOf = (team: readonly Seat[]) => team.map(({ fullName }) => fullName).join(', ')
const leadOf = (team: readonly Seat[]) => team.find(({ role }) => role === 'LEAD')?.officialId

type Teams = { before: readonly Seat[]; now: readonly Seat[] }

/** What waited for the lead waits for the new one; a visit still to be made waits for each. */
async function moveTasks(tx: Tx, inspection: InspectionRow, { before, now }: Teams): Promise<void> {
  const waiting = await tx
    .selectFrom('task')
    .select(['id', 'kind', 'officialId', 'dueAt'])
    .where('objectId', '=', inspection.id)
    .where(
      'officialId',
      'in',
      before.map(({ officialId }) => officialId),
    )
    .where('doneAt', 'is', null)
    .orderBy('id')
    .execute()
  const visit = waiting.find(({ kind }) => kind === 'inspection.visit')
  const forLead = waiting.filter(({ kind }) => kind !== 'inspection.visit')
  const newLead = leadOf(now)
  for (const { id } of forLead)
    if (newLead)
      await tx.updateTable('task').set({ officialId: newLead }).where('id', '=', id).execute()
  const left = before
    .map(({ officialId }) => officialId)
    .filter((id) => !now.some(({ officialId }) => officialId === id))
  if (left.length > 0)
    await tx
      .updateTable('task')
      .set((update) => ({ doneAt: update.fn('clock_timestamp'), endedBecause: 'team.changed' }))
      .where('kind', '=', 'inspection.visit')
      .where('objectId', '=', inspection.id)
      .where('officialId', 'in', left)
      .where('doneAt', 'is', null)
      .execute()
  if (visit)
    await openTasks(
      tx,
      now.map(({ officialId }) =>
        taskOf(inspection, {
          kind: 'inspection.visit',
          role: 'inspector',
          officialId,
          dueAt: visit.dueAt,
        }),
      ),
    )
}
