import { Dialog } from '../kit/dialog/Dialog.tsx'
import { useText } from '../text.ts'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

type Props = { opened: boolean; onClose: () => void }

export function ChangePasswordDialog({ opened, onClose }: Props) {
  const t = useText()
  return (
    <Dialog title={t('shell.account.changePassword')} opened={opened} onClose={onClose}>
      <ChangePasswordForm oldPasswordLabel={t('shell.account.oldPassword')} onDone={onClose} />
    </Dialog>
  )
}
