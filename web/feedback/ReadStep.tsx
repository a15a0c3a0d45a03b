import { Fragment } from 'react'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { markRead } from '../app/mark-read.ts'
import { SinceRead } from '../app/SinceRead.tsx'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { PaperHead, Sheet } from '../kit/paper/Sheet.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import { PlaceText } from './ClauseOpinion.tsx'
import { PlanTabs, usePlan } from './PlanTabs.tsx'
import { useFeedbackSearch } from './search.ts'

/** The draft as it will be printed; that it was read is recorded at the end. */
export function ReadStep({ view, document, aside }: StepProps) {
  const t = useText()
  const { go } = useFeedbackSearch()
  const read = useDeed(routes.read, { touches: [routes.myAnswer] })
  const plan = usePlan(view)
  const places = plan ? placesOf(plan) : []
  const isUnread = mayDo(view.allowedActions, 'answer.read')
  async function goOn(): Promise<void> {
    if (isUnread && !(await read.send({ params: { answerId: view.answerId }, body: {} }))) return
    void markRead(view.plans.map(({ planId }) => planId))
    go({ step: 'general' })
  }
  return (
    <>
      <PlanTabs view={view} />
      {plan && <SinceRead planId={plan.planId} year={view.planYear} />}
      <ProblemNote problem={read.problem} />
      <div className={`${styles.desk} ${styles.wide}`}>
        <Sheet className={styles.paper} label={plan?.title ?? ''}>
          {plan && (
            <PaperHead
              above={plan.head.superiorName}
              issuer={plan.head.federationName}
              kind={t('feedback.answer.paperKind')}
              title={plan.title}
              stamp={t('feedback.answer.stamp', { version: plan.version })}
            />
          )}
          {places.map((place, index) => (
            <Fragment key={place.key}>
              {place.section !== '' && place.section !== places[index - 1]?.section && (
                <h2>{place.section}</h2>
              )}
              <PlaceText place={place} />
            </Fragment>
          ))}
        </Sheet>
        {aside}
      </div>
      <AnswerBar document={document}>
        <Button
          kind="primary"
          iconAfter="chevron-right"
          sending={read.sending}
          onClick={() => void goOn()}
        >
          {t(isUnread ? 'feedback.answer.haveRead' : 'feedback.answer.onToGeneral')}
        </Button>
      </AnswerBar>
    </>
  )
}
