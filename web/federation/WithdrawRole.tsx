import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

export function WithdrawRole({ grantId, role }: { grantId: string; role: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const withdraw = useDeed(routes.withdrawRole, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.accounts.withdrawn'))
    },
  })
  const word = t('federation.accounts.withdraw')
  return (
    <>
      <Button kind="text" aria-label={`${word}: ${role}`} onClick={() => setOpen(true)}>
        {word}
      </Button>
      <ReasonDialog
        title={`${word}: ${role}`}
        deed={word}
        opened={open}
        onClose={() => setOpen(false)}
        onGiven={(reason) => withdraw.send({ params: { grantId }, body: { reason } })}
        problem={withdraw.problem}
      />
    </>
  )
}
