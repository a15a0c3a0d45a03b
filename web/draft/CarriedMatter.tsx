import { useState } from 'react'
import type { MatterView } from '../../domain/draft/carry.contract.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'

type Props = { planId: string; matter: MatterView; mayDecide: boolean }

/** One unfinished matter in two lines, and beside it what becomes of it. */
export function CarriedMatter({ planId, matter, mayDecide }: Props) {
  const t = useText()
  const { origin, title, planned, done, scheduledOn, outcome } = matter
  return (
    <li>
      <div>
        {title}
        <span className={styles.origin}>
          {origin}
          {planned !== null &&
            `. ${t('draft.carry.figures', { planned: writeNumber(planned), done: writeNumber(done ?? 0) })}`}
          {scheduledOn && `. ${t('draft.carry.scheduled', { day: writeDay(day(scheduledOn)) })}`}
        </span>
      </div>
      {outcome === null ? mayDecide && <Decide {...{ planId, matter }} /> : <Outcome {...matter} />}
    </li>
  )
}

function Outcome({ outcome, takenAs, because }: MatterView) {
  const t = useText()
  return outcome === 'TAKEN' ? (
    <StateWord tone="done">{t('draft.carry.taken', { takenAs: takenAs ?? '' })}</StateWord>
  ) : (
    <StateWord tone="not">{t('draft.carry.left', { reason: because ?? '' })}</StateWord>
  )
}

function Decide({ planId, matter: { kind, origin } }: Omit<Props, 'mayDecide'>) {
  const t = useText()
  const [leaving, setLeaving] = useState(false)
  const take = useDeed(routes.takeOver)
  const leave = useDeed(routes.leaveBehind, { onDone: () => setLeaving(false) })
  const params = { planId }
  return (
    <div>
      <div className="row">
        <Button
          sending={take.sending}
          onClick={() => void take.send({ params, body: { matters: [{ kind, origin }] } })}
        >
          {t('draft.carry.take')}
          <span className="vh"> {origin}</span>
        </Button>
        <Button kind="text" onClick={() => setLeaving(true)}>
          {t('draft.carry.leave')}
          <span className="vh"> {origin}</span>
        </Button>
      </div>
      <ProblemNote problem={take.problem} />
      <ReasonDialog
        title={t('draft.carry.leaveTitle', { origin })}
        deed={t('draft.carry.leave')}
        opened={leaving}
        onClose={() => setLeaving(false)}
        problem={leave.problem}
        onGiven={(reason) => leave.send({ params, body: { kind, origin, reason } })}
      />
    </div>
  )
}
