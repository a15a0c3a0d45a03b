import { useState } from 'react'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { addressOf } from '../address.ts'
import { mergeEdits } from '../kit/autosave/merge.ts'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { ChooseFile } from '../kit/files/ChooseFile.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import type { AnswerDocument } from './answer-document.ts'
import styles from './answer.module.css'
import { useFilledSheet } from './filled-sheet.ts'

/** Fetched by those who answer with a spreadsheet. */
const SheetPreview = fetchedLater(() =>
  import('./SheetPreview.tsx').then((part) => part.SheetPreview),
)

type Props = { view: AnswerView; document: AnswerDocument }

/** The answer as a workbook to be filled in without a line, and the way back. */
export function SpreadsheetPart({ view, document }: Props) {
  const t = useText()
  const { answerId } = view
  const sheet = useFilledSheet(answerId)
  const [isUnsaved, setUnsaved] = useState(false)
  async function choose(file: File): Promise<void> {
    // what is still being typed here would look like nothing to the sheet
    const isSaved = await document.flush()
    setUnsaved(!isSaved)
    if (isSaved) await sheet.look(file)
  }
  async function take(fromSheet: string[]): Promise<void> {
    const before = document.value
    const taken = await sheet.take(fromSheet)
    if (!taken) return
    // and what was typed in another place meanwhile stays
    document.edit((now) => mergeEdits(before, now, taken.form).value)
    toast(
      taken.changed > 0
        ? t('feedback.sheet.screen.taken', { changed: taken.changed })
        : t('feedback.sheet.screen.takenNothing'),
    )
  }
  return (
    <section className={styles.sheet} aria-label={t('feedback.sheet.screen.title')}>
      <h2>{t('feedback.sheet.screen.title')}</h2>
      <p className="hint">{t('feedback.sheet.screen.help')}</p>
      <p className="row">
        <a className="btn" href={addressOf(routes.sheet.path, { answerId })} download>
          <Icon name="download" />
          {t('feedback.sheet.screen.download')}
        </a>
        <ChooseFile
          accept=".xlsx"
          icon="cloud-upload"
          sending={sheet.isReading}
          onChoose={(file) => void choose(file)}
        >
          {t('feedback.sheet.screen.upload')}
        </ChooseFile>
      </p>
      <output className="small">{sheet.isReading && t('feedback.sheet.screen.reading')}</output>
      {isUnsaved && <Note tone="soon">{t('feedback.sheet.screen.notSaved')}</Note>}
      <ProblemNote problem={sheet.problem} />
      {sheet.seen && <SheetPreview {...{ sheet, take }} seen={sheet.seen} />}
    </section>
  )
}
