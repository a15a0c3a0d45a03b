import { invitationForm, USUAL_PREPARATION } from '../../domain/feedback/preparation.contract.ts'
import type { Tx } from '../database.ts'
import type { RoundRow } from './round.ts'

/** In writing, by the same contact and reminders; own questions were answered, and may be asked anew. */
export async function formAskedAgain(tx: Tx, round: RoundRow) {
  const { reminderDays, contactName, contactPhone } = round
  const { invited } = await tx
    .selectFrom('round')
    .select('invited')
    .where('id', '=', round.id)
    .executeTakeFirstOrThrow()
  const contact = { name: contactName ?? '', phone: contactPhone ?? '' }
  return { ...USUAL_PREPARATION, invited: invitationForm.parse(invited), reminderDays, contact }
}
