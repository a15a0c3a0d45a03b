import {
  type PreparationForm,
  preparationForm,
  USUAL_PREPARATION,
} from '../../domain/feedback/preparation.contract.ts'
import type { Tx } from '../database.ts'

export type Prepared = {
  form: PreparationForm
  /** 0 before the first saving. */
  revision: number
  savedAt: string | null
  savedByName: string | null
}

/** How the next round of a year stands on the department's desk; as usual where nobody wrote. */
export async function preparedFor(tx: Tx, cycleId: string): Promise<Prepared> {
  const row = await tx
    .selectFrom('roundPreparation')
    .leftJoin('official as writer', 'writer.id', 'roundPreparation.savedBy')
    .select([
      'roundPreparation.form',
      'roundPreparation.revision',
      'roundPreparation.savedAt',
      'writer.fullName as savedByName',
    ])
    .where('roundPreparation.cycleId', '=', cycleId)
    .executeTakeFirst()
  if (!row) return { form: USUAL_PREPARATION, revision: 0, savedAt: null, savedByName: null }
  return { ...row, form: preparationForm.parse(row.form) }
}
