import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { found } from '../subject.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { openTasks } from '../tasks.ts'
import { unitTask } from './announce.ts'
import { holdNominees, obstaclesOf, peopleOf } from './candidates.ts'
import type { ClassRow } from './class-row.ts'
import {
  mustStillNominate,
  objectOfPart,
  partForChange,
  subjectOfPart,
  type UnitPart,
} from './unit-part.ts'

/** Proposes people, behind those whom the unit has named already. */
export const nominate = performs(routes.nominate, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  // @NOTE before the class is held: whoever waits for a person holds no class meanwhile
  await holdNominees(
    tx,
    body.rows.map(({ officialId }) => officialId),
  )
  const part = await partForChange(tx, params)
  const as = mustAllow(deeds.nominated, caller, subjectOfPart(part))
  mustStillNominate(part.trained, at)
  const nominationIds = await propose(stage, part, body.rows)
  await askPresident(tx, part)
  return {
    reply: { nominationIds },
    as,
    object: objectOfPart(part),
    facts: {
      classCode: part.trained.code,
      count: nominationIds.length,
      unitName: part.quota.unitName,
    },
    content: { nominationIds, ...body },
  }
})

type Row = { officialId: string; reason: string | null; needsLodging: boolean }

async function propose({ tx, caller }: Stage, part: UnitPart, rows: readonly Row[]) {
  const { trained, quota } = part
  const people = await mustBeSendable(
    tx,
    part,
    rows.map(({ officialId }) => officialId),
  )
  const last = await tx
    .selectFrom('nomination')
    .select(({ fn }) => fn.max('priority').as('priority'))
    .where('classId', '=', trained.id)
    .where('unitId', '=', quota.unitId)
    .executeTakeFirst()
  const first = (last?.priority ?? 0) + 1
  const inserted = await tx
    .insertInto('nomination')
    .values(
      rows.map(({ officialId, ...facts }, index) => ({
        ...facts,
        officialId,
        federationId: trained.federationId,
        classId: trained.id,
        unitId: quota.unitId,
        unitPath: quota.unitPath,
        priority: first + index,
        state: 'PROPOSED',
        releaseState: firstRelease(trained, people.get(officialId)?.employment ?? ''),
        proposedBy: caller.officialId,
      })),
    )
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

/** The union's own staff need no release: their employer is the union itself. */
export function firstRelease({ needsRelease }: ClassRow, employment: string) {
  return needsRelease && employment !== 'FULL_TIME' ? 'NOT_ASKED' : 'NOT_NEEDED'
}

/** All reasons at once, each at the row it speaks of. */
export async function mustBeSendable(
  tx: Tx,
  { trained, quota }: UnitPart,
  officialIds: readonly string[],
  at = (index: number) => `/rows/${index}/officialId`,
) {
  const people = await peopleOf(tx, officialIds)
  const obstacles = await obstaclesOf(tx, trained, [...people.values()])
  const below = (path: string) => path === quota.unitPath || path.startsWith(`${quota.unitPath}.`)
  const all = officialIds.flatMap((id, index): Obstacle[] => {
    const person = found(people.get(id))
    const wrong: Obstacle[] = [
      ...(below(person.unitPath) ? [] : [{ code: 'classes.of-another-unit' }]),
      ...(officialIds.indexOf(id) < index ? [{ code: 'classes.twice-on-the-list' }] : []),
      ...(obstacles.get(id) ?? []),
    ]
    return wrong.map((obstacle) => ({ ...obstacle, at: at(index) }))
  })
  refuse('classes.not-all-can-go', all)
  return people
}

/** The list is the president's again as soon as somebody new stands on it. */
async function askPresident(tx: Tx, { trained, quota }: UnitPart): Promise<void> {
  await tx
    .updateTable('classQuota')
    .set((update) => ({ approvedAt: null, approvedBy: null, revision: update('revision', '+', 1) }))
    .where('id', '=', quota.id)
    .execute()
  const dueAt = trained.nominationsDueAt
  await openTasks(tx, [
    unitTask(trained, quota, { kind: 'classes.approve', role: 'unitHead', dueAt }),
  ])
}
