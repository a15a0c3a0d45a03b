import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { EarlierAnswer } from '../../domain/feedback/feedback.contract.ts'
import { useText } from '../text.ts'
import type { StepProps } from './AnswerDesk.tsx'
import { Tick } from './Tick.tsx'

type Props = {
  earlier: EarlierAnswer | null
  form: AnswerForm
  edit: StepProps['document']['edit']
}

/** Asked once more, a unit may say that its first answer still stands, without writing it again. */
export function KeepEarlier({ earlier, form, edit }: Props) {
  const t = useText()
  if (!earlier || earlier.submittedAt === null) return null
  const { number, draft } = earlier
  return (
    <div className="fld check-fld">
      <Tick
        label={t('feedback.reopening.keep', { number, draft })}
        checked={form.keeps === number}
        onChange={(isKept) =>
          edit(({ keeps: _, ...now }) => (isKept ? { ...now, keeps: number } : now))
        }
      />
      <p className="hint">{t('feedback.reopening.keepHelp')}</p>
    </div>
  )
}
