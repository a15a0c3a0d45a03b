import { useState } from 'react'
import {
  handOverForm,
  reportForm,
  rewardRoutes as routes,
} from '../../domain/reward/reward.contract.ts'
import type { FileView } from '../../domain/reward/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { sayCode, useText } from '../text.ts'

type Props = { file: FileView }

/** What the reader may do with a file: report, check, record the handing over. */
export function FileDeeds({ file }: Props) {
  const { allowedActions } = file
  const check = allowedActions.find(({ deed }) => deed === 'award.checked')
  return (
    <>
      {mayDo(allowedActions, 'award.reported') && <WriteReport file={file} />}
      {check?.allowed && <Check file={file} />}
      {check?.because === 'reward.proposer-checks' && (
        <p className="small">{sayCode(check.because)}</p>
      )}
      {mayDo(allowedActions, 'award.handedOver') && <HandOver file={file} />}
    </>
  )
}

function WriteReport({ file }: Props) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const send = useDeed(routes.report, {
    onDone: () => {
      toast(t('reward.pages.round.reported'))
      close()
    },
  })
  const title = t('reward.pages.round.writeReport')
  return (
    <p>
      <Button icon="pencil" onClick={() => setAsked(true)}>
        {title}
        <span className="vh"> {file.subjectName}</span>
      </Button>
      <Dialog title={title} opened={asked} onClose={close}>
        <Form
          schema={reportForm}
          label={title}
          defaultValues={{ text: file.report?.text ?? '' }}
          problem={send.problem}
          onSubmit={(body) => send.send({ params: { fileId: file.id }, body })}
        >
          <AreaField
            name="text"
            label={t('reward.pages.round.reportText')}
            hint={t('reward.pages.round.reportHint')}
            rows={10}
            maxLength={20_000}
          />
          <div className="row">
            <SubmitButton>{t('reward.pages.round.sendReport')}</SubmitButton>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </div>
        </Form>
      </Dialog>
    </p>
  )
}

function Check({ file }: Props) {
  const t = useText()
  const [rejecting, setRejecting] = useState(false)
  const check = useDeed(routes.checkFile)
  const params = { fileId: file.id }
  return (
    <>
      <div className="row">
        <Button
          icon="check"
          sending={check.sending}
          onClick={() => void check.send({ params, body: { outcome: 'PASSED' } })}
        >
          {t('reward.pages.round.pass')}
          <span className="vh"> {file.subjectName}</span>
        </Button>
        <Button kind="warn" onClick={() => setRejecting(true)}>
          {t('reward.pages.round.reject')}
          <span className="vh"> {file.subjectName}</span>
        </Button>
      </div>
      {!rejecting && <ProblemNote problem={check.problem} />}
      <ReasonDialog
        title={t('reward.pages.round.rejectTitle')}
        deed={t('reward.pages.round.reject')}
        opened={rejecting}
        onClose={() => setRejecting(false)}
        problem={check.problem}
        onGiven={async (remark) => {
          if (await check.send({ params, body: { outcome: 'REJECTED', remark } }))
            setRejecting(false)
        }}
      />
    </>
  )
}

function HandOver({ file }: Props) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const hand = useDeed(routes.handOver, { onDone: close })
  const title = t('reward.pages.round.handOverTitle', { name: file.subjectName })
  return (
    <p>
      <Button onClick={() => setAsked(true)}>
        {t('reward.pages.round.handOver')}
        <span className="vh"> {file.subjectName}</span>
      </Button>
      <Dialog title={title} opened={asked} onClose={close}>
        <Form
          schema={handOverForm}
          label={title}
          defaultValues={{ handedOverOn: '', handedOverTo: '' }}
          problem={hand.problem}
          onSubmit={(body) => hand.send({ params: { fileId: file.id }, body })}
        >
          <DateField name="handedOverOn" label={t('reward.pages.round.handedOverOn')} />
          <TextField name="handedOverTo" label={t('reward.pages.round.handedOverTo')} />
          <div className="row">
            <SubmitButton>{t('reward.pages.round.handOver')}</SubmitButton>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </div>
        </Form>
      </Dialog>
    </p>
  )
}
