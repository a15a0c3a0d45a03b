import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundView } from '../../domain/reward/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'

type Props = { round: RoundView }
type Asked = 'open' | 'close' | 'reopen' | 'sign' | 'number' | null

/** The one way on for whoever looks: propose, lay before the council, close, sign, number. */
export function RoundDeeds({ round }: Props) {
  const t = useText()
  const [asked, setAsked] = useState<Asked>(null)
  const { allowedActions, id, state } = round
  const deeds: readonly [Asked & string, string, string][] = [
    ['open', 'council.opened', t('reward.pages.round.openCouncil')],
    ['close', 'council.closed', t('reward.pages.round.close')],
    ['reopen', 'council.reopened', t('reward.pages.round.reopen')],
    ['sign', 'commendation.signed', t('reward.pages.round.sign')],
    ['number', 'commendation.numbered', t('reward.pages.round.number')],
  ]
  const printed = state === 'VOTED' || state === 'SIGNED' || state === 'DECIDED'
  return (
    <>
      {mayDo(allowedActions, 'award.proposed') && (
        <Link
          className={mayDo(allowedActions, 'council.opened') ? 'btn' : 'btn pri'}
          to="/rewards/$id"
          params={{ id }}
          search={{ view: 'propose' }}
        >
          {t('reward.pages.round.propose')}
        </Link>
      )}
      {deeds
        .filter(([, deed]) => mayDo(allowedActions, deed))
        .map(([name, , word]) => (
          <Button
            key={name}
            kind={name === 'close' ? 'plain' : 'primary'}
            onClick={() => setAsked(name)}
          >
            {word}
          </Button>
        ))}
      {printed && (
        <Link className="btn" to="/print/commendations/$id" params={{ id }}>
          {t('reward.pages.round.print')}
        </Link>
      )}
      <Asking {...{ round, asked }} onClose={() => setAsked(null)} />
    </>
  )
}

type AskingProps = Props & { asked: Asked; onClose: () => void }

function Asking({ round, asked, onClose }: AskingProps) {
  const t = useText()
  const params = { commendationId: round.id }
  const open = useDeed(routes.openCouncil, { onDone: onClose })
  const close = useDeed(routes.closeCouncil, { onDone: onClose })
  const sign = useDeed(routes.signDecision, { onDone: onClose })
  const number = useDeed(routes.numberDecision, { onDone: onClose })
  const passed = round.files.filter(({ state }) => state === 'COUNCIL_VOTED').length
  switch (asked) {
    case 'open':
      return (
        <Sure
          title={t('reward.pages.round.openCouncilTitle')}
          body={t('reward.pages.round.openCouncilBody')}
          deed={t('reward.pages.round.openCouncil')}
          call={open}
          onSure={() => void open.send({ params, body: {} })}
          onClose={onClose}
        />
      )
    case 'close':
      return (
        <ReasonDialog
          title={t('reward.pages.round.closeTitle')}
          deed={t('reward.pages.round.close')}
          opened
          onClose={onClose}
          problem={close.problem}
          onGiven={(reason) => close.send({ params, body: { reason } })}
        />
      )
    case 'reopen':
      return <Reopen {...{ round, onClose }} />
    case 'sign':
      return (
        <Sure
          title={t('reward.pages.round.signTitle')}
          body={t('reward.pages.round.signBody', { count: passed })}
          deed={t('reward.pages.round.sign')}
          call={sign}
          onSure={() =>
            void sign.send({ params, body: { contentSha256: round.contentSha256 ?? '' } })
          }
          onClose={onClose}
        />
      )
    case 'number':
      return (
        <Sure
          title={t('reward.pages.round.numberTitle')}
          body={t('reward.pages.round.numberBody')}
          deed={t('reward.pages.round.number')}
          call={number}
          onSure={() => void number.send({ params, body: {} })}
          onClose={onClose}
        />
      )
    case null:
      return null
  }
}

type SureProps = {
  title: string
  body: string
  deed: string
  call: { problem: Error | null; sending: boolean }
  onSure: () => void
  onClose: () => void
}

function Sure({ title, body, deed, call, onSure, onClose }: SureProps) {
  const t = useText()
  return (
    <Dialog title={title} opened onClose={onClose}>
      <p>{body}</p>
      <ProblemNote problem={call.problem} />
      <div className="row">
        <Button kind="primary" sending={call.sending} onClick={onSure}>
          {deed}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}

const reopening = z.strictObject({
  dueOn: z.iso.date('grammar.not-a-day'),
  reason: z.string().trim().min(1).max(500),
})

function Reopen({ round, onClose }: Props & { onClose: () => void }) {
  const t = useText()
  const reopen = useDeed(routes.reopenCouncil, { onDone: onClose })
  const title = t('reward.pages.round.reopenTitle')
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={reopening}
        label={title}
        defaultValues={{ dueOn: '', reason: '' }}
        problem={reopen.problem}
        onSubmit={(body) => reopen.send({ params: { commendationId: round.id }, body })}
      >
        <DateField name="dueOn" label={t('reward.pages.round.dueOn')} />
        <AreaField name="reason" label={t('shell.form.reason')} rows={2} maxLength={500} />
        <div className="row">
          <SubmitButton>{t('reward.pages.round.reopen')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
