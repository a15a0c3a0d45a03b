import { sql } from 'kysely'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import { visitOpensAt } from '../../domain/inspection/notice.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed } from '../register.ts'
import { endTasks } from '../tasks.ts'
import {
  factsOf,
  inspectionForChange,
  type InspectionRow,
  objectOf,
  visitOf,
} from './inspection-row.ts'
import { moveInspection } from './move.ts'
import { teamOf } from './team.ts'
import { tellPeople, tellRoles } from './tell.ts'

/**
 * What the clock does in an inspection: it opens the visit on its day, begins the follow-up, and
 * tells those whose day has come. A second time, or too early, it does nothing.
 */
export async function comeToMoment(tx: Tx, inspectionId: string, moment: string): Promise<void> {
  const inspection = await inspectionForChange(tx, inspectionId)
  const [name = '', remedyId] = moment.split('/')
  if (name === 'visit') return openVisit(tx, inspection)
  if (name === 'followUp') return beginFollowUp(tx, inspection)
  if (remedyId) return tellOwner(tx, inspection, { name, remedyId })
  return remind(tx, inspection, name)
}

async function openVisit(tx: Tx, inspection: InspectionRow): Promise<void> {
  const visit = visitOf(inspection)
  const isWaiting = ['ANNOUNCED', 'SELF_REPORT_IN'].includes(inspection.state)
  if (!visit || !isWaiting || (await clockOf(tx)) < visitOpensAt(visit)) return
  await moveInspection(tx, inspection, { to: 'ON_SITE' })
  await endTasks(tx, {
    kinds: ['inspection.consent', 'inspection.selfReport'],
    objectIds: [inspection.id],
    because: 'visit-begun',
  })
  await bySystem(tx, inspection, 'visit.opened')
}

/** The remedies run from now on; an inspection without any is over. */
async function beginFollowUp(tx: Tx, inspection: InspectionRow): Promise<void> {
  if (inspection.state !== 'NOTICE_ISSUED') return
  const open = await tx
    .selectFrom('remedy')
    .select('id')
    .where('inspectionId', '=', inspection.id)
    .where('state', '<>', 'CLOSED')
    .limit(1)
    .executeTakeFirst()
  if (open) {
    await moveInspection(tx, inspection, { to: 'FOLLOW_UP' })
    return bySystem(tx, inspection, 'inspection.followed')
  }
  await moveInspection(tx, inspection, { to: 'CLOSED', closedAt: await clockOf(tx) })
  return bySystem(tx, inspection, 'inspection.closed')
}

function bySystem(tx: Tx, inspection: InspectionRow, deed: string): Promise<void> {
  return enterSystemDeed(tx, inspection.federationId, {
    deed,
    object: objectOf(inspection),
    facts: factsOf(inspection),
    trace: '',
    key: `inspection/${inspection.id}/${deed}`,
  }).then(() => undefined)
}

const reminders: Readonly<
  Record<string, { textKey: string; roles: readonly Role[]; ofUnit: boolean; team: boolean }>
> = {
  noticeDue: {
    textKey: 'inspection.letters.noticeDue',
    roles: ['inspectionHead'],
    ofUnit: false,
    team: false,
  },
  reportDue: {
    textKey: 'inspection.letters.reportDue',
    roles: ['unitHead', 'unitDrafter'],
    ofUnit: true,
    team: false,
  },
  minutesDue: {
    textKey: 'inspection.letters.minutesDue',
    roles: [],
    ofUnit: false,
    team: true,
  },
  resultDue: {
    textKey: 'inspection.letters.resultDue',
    roles: ['inspectionHead', 'recordsClerk'],
    ofUnit: false,
    team: true,
  },
}

async function remind(tx: Tx, inspection: InspectionRow, name: string): Promise<void> {
  const reminder = reminders[name]
  if (!reminder || inspection.told.includes(name)) return
  await tx
    .updateTable('inspection')
    .set({ told: sql`array_append(told, ${name})` })
    .where('id', '=', inspection.id)
    .execute()
  const { textKey, roles, ofUnit, team } = reminder
  const letter = { event: name, textKey }
  const unitId = ofUnit ? inspection.unitId : inspection.topUnitId
  await tellRoles(tx, inspection, { roles, unitId }, letter)
  const people = team ? await teamOf(tx, inspection.id) : []
  await tellPeople(
    tx,
    inspection,
    people.map(({ officialId }) => officialId),
    letter,
  )
}

type Due = { name: string; remedyId: string }

/** Three days before, and on the day: the owner is told, and on the day the team too. */
async function tellOwner(
  tx: Tx,
  inspection: InspectionRow,
  { name, remedyId }: Due,
): Promise<void> {
  const isLate = name === 'remedyDue'
  const now = await clockOf(tx)
  const remedy = await tx
    .updateTable('remedy')
    .set(isLate ? { overdueAt: now, remindedAt: now } : { remindedAt: now })
    .where('id', '=', remedyId)
    .where(isLate ? 'overdueAt' : 'remindedAt', 'is', null)
    .where('state', 'in', ['OPEN', 'ANSWERED', 'SENT_BACK'])
    .returning(['measure', 'dueAt', 'ownerUnitId', 'departmentId', 'state'])
    .executeTakeFirst()
  // Who has handed in the proof waits for the team, not the team for them.
  if (!remedy || (remedy.state === 'ANSWERED' && !isLate)) return
  const letter = {
    event: `${name}/${remedyId}`,
    textKey: isLate ? 'inspection.letters.remedyDue' : 'inspection.letters.remedySoon',
    params: { measure: remedy.measure, dueOn: dayOfInstant(remedy.dueAt) },
  }
  await tellRoles(
    tx,
    inspection,
    {
      roles: remedy.departmentId ? ['departmentHead'] : ['unitHead', 'unitDrafter'],
      unitId: remedy.ownerUnitId,
    },
    letter,
  )
  if (!isLate) return
  const team = await teamOf(tx, inspection.id)
  await tellPeople(
    tx,
    inspection,
    team.map(({ officialId }) => officialId),
    letter,
  )
}
