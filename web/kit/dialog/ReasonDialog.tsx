import { z } from 'zod'
import { useText } from '../../text.ts'
import { Button } from '../Button.tsx'
import { AreaField } from '../form/AreaField.tsx'
import { Form, SubmitButton } from '../form/Form.tsx'
import { Dialog } from './Dialog.tsx'

type Props = {
  title: string
  /** The deed in words: it stands on the button. */
  deed: string
  opened: boolean
  onClose: () => void
  onGiven: (reason: string) => Promise<unknown>
  problem?: Error | null
  hint?: string
  children?: React.ReactNode
}

/** A deed that must not be done without saying why. */
export function ReasonDialog(props: Props) {
  const { title, deed, opened, onClose, onGiven, problem, hint, children } = props
  const t = useText()
  const schema = z.object({
    reason: z
      .string()
      .trim()
      .min(3, { error: t('shell.form.missingReason') })
      .max(2000),
  })
  return (
    <Dialog title={title} opened={opened} onClose={onClose}>
      {children}
      <Form
        schema={schema}
        defaultValues={{ reason: '' }}
        onSubmit={({ reason }) => onGiven(reason)}
        problem={problem}
        label={title}
      >
        <AreaField
          name="reason"
          label={t('shell.form.reason')}
          hint={hint ?? t('shell.form.reasonHint')}
          rows={3}
          maxLength={2000}
        />
        <div className="row">
          <SubmitButton>{deed}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
