import { useState } from 'react'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { ActionBar } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { Deadline } from './AnswerAside.tsx'
import { FilesOfAnswer } from './AnswerFiles.tsx'
import { AnswerSummary } from './AnswerSummary.tsx'
import { MoreTime } from './MoreTime.tsx'
import styles from './answer.module.css'

/** The answer lies with the president: signed, or given back; others see whom it waits for. */
export function PresidentDesk({ view }: { view: AnswerView }) {
  const t = useText()
  const maySign = mayDo(view.allowedActions, 'answer.signed')
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <Note title={t(maySign ? 'feedback.president.yours' : 'feedback.president.waits')}>
            <p>{t('feedback.president.sentOnBy', { name: view.sentOnByName ?? '' })}</p>
          </Note>
          <AskedAnew view={view} />
          <AnswerSummary plans={view.plans} asked={view.asked} form={view.form} />
          <Speaker view={view} />
          <FilesOfAnswer files={view.files} />
        </div>
        <aside className={styles.aside}>
          <Deadline view={view} />
          <MoreTime view={view} />
        </aside>
      </div>
      {maySign && <Signing view={view} />}
    </>
  )
}

/** What lies here answers the questions as they were; who signs should know. */
function AskedAnew({ view }: { view: AnswerView }) {
  const t = useText()
  if (!view.isAskedAnew) return null
  return (
    <Note tone="soon" title={t('feedback.ownAnswers.changed')}>
      <p>{t('feedback.ownAnswers.changedHelp')}</p>
    </Note>
  )
}

function Speaker({ view: { form } }: { view: AnswerView }) {
  const t = useText()
  const { name, position } = form.spokesperson
  return (
    <p>
      {t('feedback.review.spokesperson')}: <b>{[name, position].filter(Boolean).join(', ')}</b>
    </p>
  )
}

function Signing({ view }: { view: AnswerView }) {
  const t = useText()
  const [isReturning, setReturning] = useState(false)
  const sign = useDeed(routes.sign)
  const giveBack = useDeed(routes.giveBack)
  const params = { answerId: view.answerId }
  const fileIds = view.files.map(({ fileId }) => fileId)
  return (
    <>
      <ProblemNote problem={sign.problem} />
      <ActionBar
        label={t('feedback.answer.bar')}
        deeds={
          <>
            <Button onClick={() => setReturning(true)}>{t('feedback.president.return')}</Button>
            <Button
              kind="primary"
              icon="send"
              sending={sign.sending}
              onClick={() => void sign.send({ params, body: { fileIds } }, view.formRevision)}
            >
              {t('feedback.president.sign')}
            </Button>
          </>
        }
      >
        {t('feedback.president.why')}
      </ActionBar>
      <ReasonDialog
        title={t('feedback.president.returnTitle')}
        deed={t('feedback.president.return')}
        opened={isReturning}
        onClose={() => setReturning(false)}
        problem={giveBack.problem}
        onGiven={async (reason) => {
          if (await giveBack.send({ params, body: { reason } })) setReturning(false)
        }}
      />
    </>
  )
}
