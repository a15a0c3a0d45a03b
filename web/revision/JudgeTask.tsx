import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { type RevisionTaskRow, taskAcceptanceForm } from '../../domain/revision/tasks.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useText } from '../text.ts'

type Props = { task: RevisionTaskRow; onClose: () => void }

/** Whoever gave the task takes what was done, with a word or without. */
export function AcceptTask({ task, onClose }: Props) {
  const t = useText()
  const accept = useDeed(routes.acceptTask, { onDone: onClose })
  const title = t('revision.tasksPart.acceptTitle', { text: task.text })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={taskAcceptanceForm}
        defaultValues={{ remark: null }}
        problem={accept.problem}
        label={title}
        onSubmit={(body) => accept.send({ params: { taskId: task.id }, body })}
      >
        <AreaField
          name="remark"
          label={t('revision.tasksPart.remark')}
          optional
          whenEmpty="null"
          rows={2}
          maxLength={2000}
        />
        <div className="row">
          <SubmitButton>{t('revision.tasksPart.accept')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** Not enough yet, or not needed any more; either with its reason. */
export function EndTask({ task, how, onClose }: Props & { how: 'return' | 'withdraw' }) {
  const t = useText()
  const giveBack = useDeed(routes.returnTask)
  const withdraw = useDeed(routes.withdrawTask)
  const { send, problem } = how === 'return' ? giveBack : withdraw
  return (
    <ReasonDialog
      title={t(`revision.tasksPart.${how}Title`, { text: task.text })}
      deed={t(`revision.tasksPart.${how}`)}
      opened
      onClose={onClose}
      problem={problem}
      onGiven={async (remark) => {
        if (await send({ params: { taskId: task.id }, body: { remark } })) onClose()
      }}
    />
  )
}
