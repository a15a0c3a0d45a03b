import { useState } from 'react'
import type { MatterView } from '../../domain/draft/carry.contract.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** What the year before left unfinished, with its origin; each is taken over or left with a reason. */
export function CarriedOver({ planId }: { planId: string }) {
  const t = useText()
  const { data } = useReading(routes.unfinished, { params: { planId } })
  if (!data || data.matters.length === 0) return null
  const mayDecide = mayDo(data.allowedActions, 'draft.matterTaken')
  return (
    <details className="history-panel">
      <summary>
        {t('draft.carry.title', { planYear: String(data.fromYear) })} ({data.matters.length})
      </summary>
      <p className="small">{t('draft.carry.lead')}</p>
      <ul className="plain">
        {data.matters.map((matter) => (
          <li key={`${matter.kind} ${matter.origin}`}>
            <Matter {...{ planId, matter, mayDecide }} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type Props = { planId: string; matter: MatterView; mayDecide: boolean }

function Matter({ planId, matter, mayDecide }: Props) {
  const t = useText()
  const { kind, origin, title, planned, done, scheduledOn, outcome } = matter
  return (
    <>
      <b>{title}</b>
      <span className="small">
        {' '}
        {t(`draft.carry.kinds.${kind}`)}, {t('draft.carry.from', { origin })}
        {planned !== null &&
          `. ${t('draft.carry.figures', { planned: writeNumber(planned), done: writeNumber(done ?? 0) })}`}
        {scheduledOn && `. ${t('draft.carry.scheduled', { day: writeDay(day(scheduledOn)) })}`}
      </span>
      {outcome === null ? mayDecide && <Decide {...{ planId, matter }} /> : <Outcome {...matter} />}
    </>
  )
}

function Outcome({ outcome, takenAs, because }: MatterView) {
  const t = useText()
  return (
    <p>
      {outcome === 'TAKEN' ? (
        <StateWord tone="done">{t('draft.carry.taken', { takenAs: takenAs ?? '' })}</StateWord>
      ) : (
        <StateWord tone="not">{t('draft.carry.left', { reason: because ?? '' })}</StateWord>
      )}
    </p>
  )
}

function Decide({ planId, matter: { kind, origin } }: Omit<Props, 'mayDecide'>) {
  const t = useText()
  const [leaving, setLeaving] = useState(false)
  const take = useDeed(routes.takeOver)
  const leave = useDeed(routes.leaveBehind, { onDone: () => setLeaving(false) })
  const params = { planId }
  return (
    <>
      <p className="row">
        <Button
          sending={take.sending}
          onClick={() => void take.send({ params, body: { kind, origin } })}
        >
          {t('draft.carry.take')}
          <span className="vh"> {origin}</span>
        </Button>
        <Button kind="text" onClick={() => setLeaving(true)}>
          {t('draft.carry.leave')}
          <span className="vh"> {origin}</span>
        </Button>
      </p>
      <ProblemNote problem={take.problem} />
      <ReasonDialog
        title={t('draft.carry.leaveTitle', { origin })}
        deed={t('draft.carry.leave')}
        opened={leaving}
        onClose={() => setLeaving(false)}
        problem={leave.problem}
        onGiven={(reason) => leave.send({ params, body: { kind, origin, reason } })}
      />
    </>
  )
}
