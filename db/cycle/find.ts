import { isPhase, type Phase } from '../../domain/cycle/phases.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

export type CycleRow = {
  id: string
  federationId: string
  unitId: string
  planYear: number
  phase: Phase
  processId: string
  needsSurvey: string
  openedAt: string
  closedAt: string | null
  imported: boolean
  revision: number
}

function cycles(tx: Tx) {
  return tx
    .selectFrom('cycle')
    .innerJoin('unit', 'unit.id', 'cycle.unitId')
    .select([
      'cycle.id',
      'cycle.federationId',
      'cycle.unitId',
      'cycle.planYear',
      'cycle.phase',
      'cycle.processId',
      'cycle.needsSurvey',
      'cycle.openedAt',
      'cycle.closedAt',
      'cycle.imported',
      'cycle.revision',
    ])
    .where('unit.parentId', 'is', null)
}

/** The federation's own year; a unit below it may have one of its own one day. */
export async function cycleOfYear(tx: Tx, planYear: number): Promise<CycleRow> {
  const row = await cycles(tx).where('cycle.planYear', '=', planYear).executeTakeFirst()
  return withPhase(found(row))
}

/** The same row, which nobody else moves on meanwhile. */
export async function cycleForDeed(tx: Tx, planYear: number): Promise<CycleRow> {
  const row = await cycles(tx)
    .where('cycle.planYear', '=', planYear)
    .forUpdate('cycle')
    .executeTakeFirst()
  return withPhase(found(row))
}

export async function everyCycle(tx: Tx): Promise<CycleRow[]> {
  const rows = await cycles(tx).orderBy('cycle.planYear', 'desc').execute()
  return rows.map(withPhase)
}

function withPhase<R extends { phase: string }>(row: R): R & { phase: Phase } {
  const { phase } = row
  if (!isPhase(phase)) throw new Error(`no such phase: ${phase}`)
  return { ...row, phase }
}
