import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { changePassword } from '../account.ts'
import { announce } from '../kit/announce.ts'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { PasswordField } from '../kit/form/PasswordField.tsx'
import { useText } from '../text.ts'

const schema = z.object({
  currentPassword: z.string().min(1),
  newPassword: z.string().min(12).max(128),
})

type Props = { oldPasswordLabel: string; onDone?: () => void }

export function ChangePasswordForm({ oldPasswordLabel, onDone }: Props) {
  const t = useText()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (given: z.output<typeof schema>) =>
      changePassword(given.currentPassword, given.newPassword),
    onSuccess: async () => {
      announce(t('shell.account.changed'))
      await client.invalidateQueries()
      onDone?.()
    },
  })
  return (
    <Form
      schema={schema}
      defaultValues={{ currentPassword: '', newPassword: '' }}
      onSubmit={(given) => change.mutateAsync(given).catch(() => null)}
      problem={change.error}
      label={t('shell.account.changePassword')}
    >
      <PasswordField
        name="currentPassword"
        label={oldPasswordLabel}
        autoComplete="current-password"
      />
      <PasswordField
        name="newPassword"
        label={t('shell.account.newPassword')}
        hint={t('shell.account.newPasswordHint')}
        autoComplete="new-password"
      />
      <SubmitButton>{t('shell.account.changePassword')}</SubmitButton>
    </Form>
  )
}
