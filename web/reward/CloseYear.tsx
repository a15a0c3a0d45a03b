import { useState } from 'react'
import { z } from 'zod'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { isPhase } from '../../domain/cycle/phases.ts'
import type { ResultsView } from '../../domain/reward/results.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { sayCode, sayKey, useText } from '../text.ts'
import { LeftBehind } from './LeftBehind.tsx'
import look from './reward.module.css'

type Props = { view: ResultsView }

/** The leader ends a station early, or closes the year with what is unfinished before the eyes. */
export function CloseYear({ view }: Props) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  if (mayDo(view.allowedActions, 'station.ended')) return <EndStation view={view} />
  if (!mayDo(view.allowedActions, 'cycle.closed')) return null
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {t('reward.results.close')}
      </Button>
      {asked && <Closing view={view} onClose={() => setAsked(false)} />}
    </>
  )
}

function EndStation({ view: { planYear, phase } }: Props) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const end = useDeed(cycleRoutes.endStation, { onDone: () => setAsked(false) })
  if (!isPhase(phase)) return null
  const title = t('reward.results.endStation', { phase: sayKey(`cycle.phases.${phase}`) ?? '' })
  return (
    <>
      <Button onClick={() => setAsked(true)}>{title}</Button>
      <ReasonDialog
        title={title}
        deed={title}
        hint={t('reward.results.endHint')}
        opened={asked}
        onClose={() => setAsked(false)}
        problem={end.problem}
        onGiven={(reason) => end.send({ params: { planYear }, body: { phase, reason } })}
      >
        {asked && <LeftBehind planYear={planYear} />}
      </ReasonDialog>
    </>
  )
}

const withReason = z.strictObject({
  reason: z.string().trim().min(5, 'cycle.reason-needed').max(500),
})
const withoutReason = z.strictObject({ reason: z.string().max(0).default('') })

function Closing({ view, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const { planYear, unfinished } = view
  const close = useDeed(cycleRoutes.closeCycle, { onDone: onClose })
  const needsReason = unfinished.length > 0
  const title = t('reward.results.closeTitle', { planYear: String(planYear) })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <p>{t('reward.results.closeBody')}</p>
      <h3>{t('reward.results.unfinished')}</h3>
      {needsReason ? (
        <ul className={look.open}>
          {unfinished.map(({ code, params }) => (
            <li key={code}>{sayCode(code, params)}</li>
          ))}
        </ul>
      ) : (
        <p>{t('reward.results.nothingUnfinished')}</p>
      )}
      <Form
        schema={needsReason ? withReason : withoutReason}
        label={title}
        defaultValues={{ reason: '' }}
        problem={close.problem}
        onSubmit={({ reason }) =>
          close.send({ params: { planYear }, body: { reason: reason || null } })
        }
      >
        {needsReason && (
          <AreaField name="reason" label={t('reward.results.reason')} rows={3} maxLength={500} />
        )}
        <div className="row">
          <SubmitButton>{t('reward.results.close')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
