import { useState } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { RemedyView } from '../../domain/inspection/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { dayWords, momentWords, remedyTone } from './words.ts'

/** What must be mended, by whom, until when, and how far it has come. */
export function Remedies({ inspection: { remedies } }: Props) {
  const t = useText()
  if (remedies.length === 0) return null
  const done = remedies.filter(({ state }) => state === 'CLOSED').length
  return (
    <section aria-label={t('inspection.remedy.title')}>
      <h2>{t('inspection.remedy.title')}</h2>
      <p>{t('inspection.remedy.count', { done, total: remedies.length })}</p>
      {remedies.map((remedy) => (
        <Remedy key={remedy.remedyId} remedy={remedy} />
      ))}
    </section>
  )
}

function Remedy({ remedy }: { remedy: RemedyView }) {
  const t = useText()
  const { number, measure, dueOn, isOverdue, ownerName, criterionNumber, state } = remedy
  return (
    <div className={look.found}>
      <div className={look.foundHead}>
        <b>
          {number}. {measure}
        </b>
        <StateWord tone={remedyTone(remedy)}>{t(`inspection.remedyStates.${state}`)}</StateWord>
      </div>
      <p className="small">
        {t(isOverdue ? 'inspection.remedy.overdue' : 'inspection.remedy.due', {
          day: dayWords(dueOn),
        })}
        . {t('inspection.remedy.owner', { name: ownerName })}
        {criterionNumber !== null &&
          `, ${t('inspection.remedy.ofCriterion', { number: criterionNumber })}`}
      </p>
      {remedy.answers.map((answer) => (
        <div key={answer.answeredAt} className={look.said}>
          {t('inspection.remedy.answered', {
            name: answer.answeredBy,
            at: momentWords(answer.answeredAt),
            words: answer.words,
          })}
          {answer.outcome === 'ACCEPTED' && (
            <p className="small">
              {t('inspection.remedy.accepted', { name: answer.judgedBy ?? '' })}
            </p>
          )}
          {answer.outcome === 'SENT_BACK' && (
            <p className="small">
              {t('inspection.remedy.sentBack', {
                name: answer.judgedBy ?? '',
                reason: answer.because ?? '',
              })}
            </p>
          )}
        </div>
      ))}
      <Doing remedy={remedy} />
    </div>
  )
}

function Doing({ remedy: { remedyId, allowedActions } }: { remedy: RemedyView }) {
  const t = useText()
  const [open, setOpen] = useState<'say' | 'give' | null>(null)
  const close = () => setOpen(null)
  const say = useDeed(routes.answerRemedy)
  const accept = useDeed(routes.acceptRemedy)
  const give = useDeed(routes.returnRemedy)
  const params = { remedyId }
  return (
    <>
      <ProblemNote problem={accept.problem} />
      <div className="row">
        {mayDo(allowedActions, 'remedy.answered') && (
          <Button kind="primary" onClick={() => setOpen('say')}>
            {t('inspection.remedy.say')}
          </Button>
        )}
        {mayDo(allowedActions, 'remedy.accepted') && (
          <>
            <Button
              kind="primary"
              sending={accept.sending}
              onClick={() => void accept.send({ params, body: {} })}
            >
              {t('inspection.remedy.accept')}
            </Button>
            <Button kind="warn" onClick={() => setOpen('give')}>
              {t('inspection.remedy.giveBack')}
            </Button>
          </>
        )}
      </div>
      <ReasonDialog
        title={t('inspection.remedy.sayTitle')}
        deed={t('inspection.remedy.say')}
        hint={t('inspection.remedy.sayHint')}
        opened={open === 'say'}
        onClose={close}
        problem={say.problem}
        onGiven={async (words) => {
          if (await say.send({ params, body: { words } })) close()
        }}
      />
      <ReasonDialog
        title={t('inspection.remedy.giveBackTitle')}
        deed={t('inspection.remedy.giveBack')}
        opened={open === 'give'}
        onClose={close}
        problem={give.problem}
        onGiven={async (reason) => {
          if (await give.send({ params, body: { reason } })) close()
        }}
      />
    </>
  )
}
