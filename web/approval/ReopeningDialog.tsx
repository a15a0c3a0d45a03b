import { approvalRoutes as routes, reopeningForm } from '../../domain/approval/approval.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'
import type { Submitted } from './words.ts'

type Props = { dossier: Submitted; onClose: () => void }

/** The members are asked once more, until a day that the chair names. */
export function ReopeningDialog({ dossier, onClose }: Props) {
  const t = useText()
  const reopen = useDeed(routes.reopenVoting)
  return (
    <Dialog title={t('approval.chair.reopenTitle')} opened onClose={onClose}>
      <p>{t('approval.chair.reopenHelp')}</p>
      <Form
        schema={reopeningForm}
        defaultValues={{ dueOn: '', reason: '' }}
        problem={reopen.problem}
        label={t('approval.chair.reopen')}
        onSubmit={async (body) => {
          const params = { approvalId: dossier.approval.id }
          if (await reopen.send({ params, body })) onClose()
        }}
      >
        <DateField name="dueOn" label={t('approval.chair.reopenDue')} />
        <AreaField
          name="reason"
          label={t('shell.form.reason')}
          hint={t('shell.form.reasonHint')}
          maxLength={2000}
        />
        <div className="row">
          <SubmitButton>{t('approval.chair.reopen')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
