import { sql } from 'kysely'
import { type AnswerForm, answerForm } from '../../domain/feedback/answer-form.contract.ts'
import { ASSISTED_STATES, type AssistedState } from '../../domain/feedback/assisted-entry.ts'
import type { AssistedEntryView } from '../../domain/feedback/assisted-entry.contract.ts'
import type { SignedAnswerView } from '../../domain/feedback/feedback.contract.ts'
import type { KeptFile } from '../../domain/files/files.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { scansOfEntry } from './assisted-scans.ts'

export type Entry = Omit<AssistedEntryView, 'form'> & {
  form: AnswerForm
  enteredBy: string
  version: number | null
}

/** What was last entered from paper for an answer, as far as the fence shows it to this person. */
export async function lastEntryOf(tx: Tx, answerId: string): Promise<Entry | null> {
  const row = await tx
    .selectFrom('assistedEntry as entry')
    .select([
      'entry.id as entryId',
      'entry.state',
      'entry.revision',
      'entry.enteredBy',
      'entry.enteredByName',
      'entry.savedAt',
      'entry.offeredAt',
      'entry.paper',
      'entry.because',
      'entry.version',
      'entry.form',
      scansOfEntry.as('scans'),
    ])
    .where('entry.answerId', '=', answerId)
    .orderBy('entry.begunAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { state, form, ...entry } = row
  return { ...entry, state: stateOf(state), form: answerForm.parse(form) }
}

function stateOf(text: string): AssistedState {
  const state = ASSISTED_STATES.find((each) => each === text)
  if (!state) throw new Error(`no such state of an entry: ${text}`)
  return state
}

export function entryView({ enteredBy: _, version: __, ...view }: Entry): AssistedEntryView {
  return view
}

/** The same beside a signed answer, whose words they are. */
export function signedEntryView(entry: Entry): SignedAnswerView['assistedEntry'] {
  const { form: _, ...view } = entryView(entry)
  return view
}

/** What lies before the unit and waits for it. */
export async function offeredEntry(tx: Tx, answerId: string): Promise<Entry> {
  const entry = await lastEntryOf(tx, answerId)
  if (entry?.state !== 'OFFERED') throw new Refusal('feedback.no-entry-offered', 'wrong-state')
  return entry
}

/** What an answer was signed from: entered from paper and confirmed, or corrected by the unit. */
export async function entrySignedAs(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<Entry | null> {
  const entry = await lastEntryOf(tx, id)
  const isSource = entry?.state === 'TAKEN_OVER' || entry?.version === version
  return isSource ? entry : null
}

export async function scanOfAnswer(
  tx: Tx,
  { answerId, scanId }: { answerId: string; scanId: string },
): Promise<KeptFile> {
  const entry = await lastEntryOf(tx, answerId)
  return found(entry?.scans.find((scan) => scan.scanId === scanId))
}

type End = {
  state: 'CONFIRMED' | 'REFUSED' | 'TAKEN_OVER'
  by: string
  because?: string
  version?: number
}

/** The unit has decided. */
export async function endEntry(tx: Tx, { entryId, revision }: Entry, end: End): Promise<void> {
  const { state, by, because = null, version = null } = end
  await tx
    .updateTable('assistedEntry')
    .set({
      state,
      because,
      version,
      endedBy: by,
      endedAt: sql<string>`clock_timestamp()`,
      revision: revision + 1,
    })
    .where('id', '=', entryId)
    .execute()
}
