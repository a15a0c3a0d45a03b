import { z } from 'zod'
import { useText } from '../../text.ts'
import { Button } from '../Button.tsx'
import { Form, SubmitButton } from '../form/Form.tsx'
import { PasswordField } from '../form/PasswordField.tsx'
import { Dialog } from './Dialog.tsx'

type Props = {
  opened: boolean
  problem: Error | null
  onConfirm: (password: string) => Promise<unknown>
  onCancel: () => void
}

/** The password once more, before a signature, a vote or a number. */
export function StepUpDialog({ opened, problem, onConfirm, onCancel }: Props) {
  const t = useText()
  const schema = z.object({
    password: z.string().min(1, { error: t('shell.signIn.missingPassword') }),
  })
  return (
    <Dialog title={t('shell.stepUp.title')} opened={opened} onClose={onCancel}>
      <Form
        schema={schema}
        defaultValues={{ password: '' }}
        onSubmit={({ password }) => onConfirm(password)}
        problem={problem}
        label={t('shell.stepUp.title')}
      >
        <PasswordField
          name="password"
          label={t('shell.signIn.password')}
          hint={t('shell.stepUp.hint')}
          autoComplete="current-password"
        />
        <div className="row">
          <SubmitButton>{t('shell.stepUp.submit')}</SubmitButton>
          <Button onClick={onCancel}>{t('shell.stepUp.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
