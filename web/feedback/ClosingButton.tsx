import { useState } from 'react'
import type { BoardView, ClosurePreview } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './board.module.css'

/** The leader's early close: whom it cuts off stands before the reason is asked for. */
export function ClosingButton({ view }: { view: BoardView }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const close = useDeed(routes.close)
  const params = { roundId: view.roundId }
  const preview = useReading(routes.closurePreview, { params }, { enabled: opened })
  if (!mayDo(view.allowedActions, 'round.closed')) return null
  return (
    <>
      <Button kind="warn" onClick={() => setOpened(true)}>
        {t('feedback.closing.deed')}
      </Button>
      <ReasonDialog
        title={t('feedback.closing.title')}
        deed={t('feedback.closing.confirm')}
        opened={opened}
        onClose={() => setOpened(false)}
        problem={close.problem}
        onGiven={async (reason) => {
          if (await close.send({ params, body: { reason } })) setOpened(false)
        }}
      >
        <Shown reading={preview}>{(found) => <CutOff preview={found} />}</Shown>
      </ReasonDialog>
    </>
  )
}

function CutOff({ preview: { cutOff, answered, closesAt } }: { preview: ClosurePreview }) {
  const t = useText()
  return (
    <>
      <p>{t('feedback.closing.help', { answered, day: writeDay(dayOfInstant(closesAt)) })}</p>
      <h3>{t('feedback.closing.cutOff', { number: cutOff.length })}</h3>
      <ul className={styles.cut}>
        {cutOff.map((unit) => (
          <li key={unit.unitName}>
            {unit.unitName}{' '}
            <span className="quiet">
              {t(`feedback.board.status.${unit.status}`)}
              {unit.extendedTo &&
                `, ${t('feedback.closing.extended', { day: writeDay(dayOfInstant(unit.extendedTo)) })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
