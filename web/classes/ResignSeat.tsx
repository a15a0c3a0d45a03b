import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { useText } from '../text.ts'

type Props = { classId: string; nominationId: string }

/** A trainee who cannot come says so, and why: the unit is told at once. */
export function ResignSeat({ classId, nominationId }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const resign = useDeed(routes.resignSeat)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('classes.part.resign')}</Button>
      <ReasonDialog
        title={t('classes.part.resignTitle')}
        deed={t('classes.part.resign')}
        hint={t('classes.part.resignHint')}
        opened={open}
        onClose={() => setOpen(false)}
        problem={resign.problem}
        onGiven={async (reason) => {
          if (await resign.send({ params: { classId, nominationId }, body: { reason } }))
            setOpen(false)
        }}
      />
    </>
  )
}
