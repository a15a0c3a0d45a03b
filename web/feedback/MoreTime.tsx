import { useState } from 'react'
import type { ExtensionRequestView } from '../../domain/feedback/extension.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { AskForTimeDialog } from './AskForTimeDialog.tsx'
import styles from './answer.module.css'

/** Below the deadline: what the unit asked, what became of it, and asking for more time. */
export function MoreTime({ view }: { view: AnswerView }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const { extensionRequest: asked } = view
  const isWaiting = asked?.outcome === 'OPEN'
  const mayAsk = mayDo(view.allowedActions, 'extension.asked')
  if (!asked && !mayAsk) return null
  return (
    <div className={styles.time}>
      {asked && <Asked asked={asked} dueAt={view.round.dueAt} />}
      {isWaiting && mayDo(view.allowedActions, 'extension.withdrawn') && <TakingBack view={view} />}
      {!isWaiting && mayAsk && (
        <Button kind="text" onClick={() => setAsking(true)}>
          {t('feedback.extension.ask')}
        </Button>
      )}
      {isAsking && <AskForTimeDialog view={view} onClose={() => setAsking(false)} />}
    </div>
  )
}

function Asked({ asked, dueAt }: { asked: ExtensionRequestView; dueAt: string }) {
  const t = useText()
  const askedOn = writeDay(dayOfInstant(asked.askedAt))
  const words = {
    OPEN: () => t('feedback.extension.waits', { askedOn, day: writeDay(day(asked.dueOn)) }),
    GRANTED: () => t('feedback.extension.granted', { askedOn, day: writeDay(dayOfInstant(dueAt)) }),
    REFUSED: () => t('feedback.extension.refused', { askedOn, reason: asked.refusedBecause ?? '' }),
  } satisfies Record<ExtensionRequestView['outcome'], () => string>
  return <p role="status">{words[asked.outcome]()}</p>
}

function TakingBack({ view }: { view: AnswerView }) {
  const t = useText()
  const takeBack = useDeed(routes.takeBackRequest, { touches: [routes.myAnswer] })
  const params = { answerId: view.answerId }
  return (
    <>
      <ProblemNote problem={takeBack.problem} />
      <Button
        kind="text"
        sending={takeBack.sending}
        onClick={() => void takeBack.send({ params, body: {} })}
      >
        {t('feedback.extension.takeBack')}
      </Button>
    </>
  )
}
