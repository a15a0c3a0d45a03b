import type { DossierView } from '../../domain/approval/approval.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'

/** A dossier of a plan that was submitted. */
export type Submitted = DossierView & {
  approval: NonNullable<DossierView['approval']>
  summary: NonNullable<DossierView['summary']>
}

export function isSubmitted(dossier: DossierView): dossier is Submitted {
  return dossier.approval !== null && dossier.summary !== null
}

/** An instant as sentences say it: '14:32' and '15/01/2027'. */
export function momentWords(instant: string): { time: string; day: string } {
  return { time: timeOfInstant(instant), day: writeDay(dayOfInstant(instant)) }
}
