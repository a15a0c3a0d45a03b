import { sql } from 'kysely'
import type { ClassState } from '../../domain/classes/class-state.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

const columns = [
  'trainingClass.id',
  'trainingClass.federationId',
  'trainingClass.cycleId',
  'trainingClass.planId',
  'trainingClass.lineCode',
  'trainingClass.organiserUnitId',
  'trainingClass.departmentId',
  'trainingClass.code',
  'trainingClass.title',
  'trainingClass.topic',
  'trainingClass.audience',
  'trainingClass.trainingKind',
  'trainingClass.mode',
  'trainingClass.deliveryForm',
  'trainingClass.partnerId',
  'trainingClass.venue',
  'trainingClass.seats',
  'trainingClass.eligibility',
  'trainingClass.needsRelease',
  'trainingClass.state',
  'trainingClass.stateBecause',
  'trainingClass.processId',
  'trainingClass.nominationsOpenAt',
  'trainingClass.nominationsDueAt',
  'trainingClass.nominationsClosedAt',
  'trainingClass.releaseDueAt',
  'trainingClass.releasesClosedAt',
  'trainingClass.listDueAt',
  'trainingClass.listFixedAt',
  'trainingClass.startsOn',
  'trainingClass.endsOn',
  'trainingClass.minAttendancePercent',
  'trainingClass.testRequired',
  'trainingClass.passMark',
  'trainingClass.maxMark',
  'trainingClass.certificateType',
  'trainingClass.calendarSequence',
  'trainingClass.createdAt',
  'trainingClass.revision',
  'cycle.planYear',
  'organiser.name as organiserName',
  'organiser.path as organiserPath',
] as const

function rows(tx: Tx) {
  return tx
    .selectFrom('trainingClass')
    .innerJoin('cycle', 'cycle.id', 'trainingClass.cycleId')
    .innerJoin('unit as organiser', 'organiser.id', 'trainingClass.organiserUnitId')
    .select(columns)
}

/** A class with what every deed on it asks for. */
export async function classOf(tx: Tx, classId: string) {
  return asClass(await rows(tx).where('trainingClass.id', '=', classId).executeTakeFirst())
}

/**
 * The same, held against everything else that happens to the class until the transaction ends. A
 * unit holds it without being allowed to change it, which is why a function of the database does.
 */
export async function classForChange(tx: Tx, classId: string): Promise<ClassRow> {
  await sql`select hold_class(${classId}::uuid)`.execute(tx)
  return classOf(tx, classId)
}

export type ClassRow = Awaited<ReturnType<typeof classOf>>
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function asClass(row: Row | undefined) {
  const { state, ...rest } = found(row)
  // Held to these words by a check of the table.
  return { ...rest, state: state as ClassState }
}

/** What a right over a class is judged on: whose it is, and how it stands. */
export function subjectOf(trained: ClassRow) {
  const { organiserUnitId, organiserPath, state } = trained
  return { unitId: organiserUnitId, unitPath: organiserPath, state }
}

export function objectOf(trained: ClassRow, revision = trained.revision + 1) {
  const { id, cycleId, organiserUnitId: unitId } = trained
  return { type: 'trainingClass', id, revision, cycleId, unitId }
}

/** The process that does the deeds of a class: what a performer hands to `performs`. */
export async function processOf(
  tx: Tx,
  { params }: { params: { classId: string } },
): Promise<string> {
  return (await classOf(tx, params.classId)).processId
}

export function linkTo({ id }: Pick<ClassRow, 'id'>): string {
  return `/classes/${id}`
}
