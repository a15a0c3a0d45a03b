import { answerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { SheetChangeView, SheetView } from '../../domain/feedback/answer-sheet.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import {
  isTaken,
  type RowReading,
  withSheet,
  wordsOf,
} from '../../domain/feedback/sheet-reading.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { savedForm } from './answer-form.ts'
import { readSheet, type SheetReading } from './answer-sheet.ts'
import { answering, told } from './answering.ts'
import { keepDraft } from './keep-draft.ts'

const check = performs(routes.checkSheet, async (stage, { params }) => {
  const held = await answering(stage, routes.checkSheet.deed, params.answerId)
  const read = await readSheet(stage.tx, held, bookOf(stage))
  const reply = { answerId: params.answerId, revision: read.revision, ...viewOf(read) }
  return told(held, { reply })
})

/** Nobody's upload but one's own has been read; without one there is nothing to look at. */
const bookOf = ({ apart }: Stage) => found(apart?.answerBook)

const take = performs(routes.takeSheet, async (stage, { params, body, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.takeSheet.deed, params.answerId)
  const { rows, form } = await readSheet(tx, held, bookOf(stage))
  const chosen = new Set(body.fromSheet)
  const taken = rows.filter((row) => isTaken(row, chosen))
  const changed = taken.reduce((sum, { changes }) => sum + changes.length, 0)
  const saved = savedForm(held.saved)
  const { answerId } = params
  if (changed === 0)
    return told(held, { reply: { answerId, revision: saved.revision, changed, form } })
  mustBeCurrent(saved, revision, form)
  // the bounds of the form hold for a sheet as for a screen
  const next = answerForm.parse({
    ...withSheet(form, rows, chosen),
    questionsVersion: held.round.formVersion,
  })
  await keepDraft(tx, held, { form: next, revision: revision + 1, by: caller.officialId })
  return told(held, { reply: { answerId, revision: revision + 1, changed, form: next } })
})

function viewOf({ rows, beside }: SheetReading): Omit<SheetView, 'answerId' | 'revision'> {
  const faulty = rows.filter(({ faults }) => faults.length > 0)
  const good = rows.filter(({ faults }) => faults.length === 0)
  return {
    changes: good.filter(({ isConflict }) => !isConflict).flatMap(changesOf),
    conflicts: good
      .filter(({ isConflict }) => isConflict)
      .map((reading) => ({
        key: reading.row.key,
        page: reading.page,
        place: reading.row.label,
        fields: changesOf(reading),
      })),
    faults: [...rows.flatMap(({ faults }) => faults), ...beside],
    heldBack: faulty.flatMap((reading) =>
      changesOf(reading).filter(({ cell }) => !reading.faults.some((fault) => fault.cell === cell)),
    ),
    same: rows.reduce((sum, { same }) => sum + same, 0),
  }
}

function changesOf({ page, row, changes }: RowReading): SheetChangeView[] {
  return changes.map(({ name, cell, head, before, after }) => ({
    page,
    cell,
    place: row.label,
    field: head,
    before: wordsOf(row, name, before),
    after: wordsOf(row, name, after),
  }))
}

export const sheetPerformers: Performer[] = [check, take]
