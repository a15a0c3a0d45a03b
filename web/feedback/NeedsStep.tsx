import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import { Area } from './Area.tsx'
import { Figure } from '../kit/form/Figure.tsx'
import { useFeedbackSearch } from './search.ts'

/** What the unit could do itself: classes of its own, seats, a room. */
export function NeedsStep({ document, aside }: StepProps) {
  const t = useText()
  const { go } = useFeedbackSearch()
  const { capacity } = document.value
  const write = (change: Partial<AnswerForm['capacity']>) =>
    document.edit((now) => ({ ...now, capacity: { ...now.capacity, ...change } }))
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <h2>{t('feedback.steps.needs')}</h2>
          <Figure
            optional
            label={t('feedback.needs.classes')}
            value={capacity.classes}
            onChange={(classes) => write({ classes })}
          />
          <Figure
            optional
            label={t('feedback.needs.seats')}
            value={capacity.seats}
            onChange={(seats) => write({ seats })}
          />
          <Area
            optional
            rows={2}
            maxLength={500}
            label={t('feedback.needs.venue')}
            value={capacity.venue}
            onChange={(venue) => write({ venue })}
          />
        </div>
        {aside}
      </div>
      <AnswerBar document={document}>
        <Button kind="primary" iconAfter="chevron-right" onClick={() => go({ step: 'review' })}>
          {t('feedback.answer.onToStep', { number: 6 })}
        </Button>
      </AnswerBar>
    </>
  )
}
