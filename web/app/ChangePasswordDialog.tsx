import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { changePassword } from '../account.ts'
import { announce } from '../kit/announce.ts'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { PasswordField } from '../kit/form/PasswordField.tsx'
import { useText } from '../text.ts'

const schema = z.object({
  currentPassword: z.string().min(1),
  newPassword: z.string().min(12).max(128),
})

export function ChangePasswordDialog({
  opened,
  onClose,
}: {
  opened: boolean
  onClose: () => void
}) {
  const t = useText()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (given: z.output<typeof schema>) =>
      changePassword(given.currentPassword, given.newPassword),
    onSuccess: async () => {
      announce(t('shell.account.changed'))
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Dialog title={t('shell.account.changePassword')} opened={opened} onClose={onClose}>
      <Form
        schema={schema}
        defaultValues={{ currentPassword: '', newPassword: '' }}
        onSubmit={(given) => change.mutateAsync(given).catch(() => null)}
        problem={change.error}
        label={t('shell.account.changePassword')}
      >
        <PasswordField
          name="currentPassword"
          label={t('shell.account.oldPassword')}
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
    </Dialog>
  )
}
