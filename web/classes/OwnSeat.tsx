import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'

/** What the reader has to do with the class as a trainee. */
export function OwnSeat({ view }: { view: ClassView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { grants } = useMe()
  const resign = useDeed(routes.resignSeat)
  const { mySeat, classId, state } = view
  if (!mySeat) return null
  const mayResign = state === 'LIST_FIXED' && grants.some(({ role }) => role === 'trainee')
  return (
    <Note>
      <p>{t('classes.part.mine', { state: t(`classes.nomination.${mySeat.state}`) })}</p>
      {mayResign && <Button onClick={() => setOpen(true)}>{t('classes.part.resign')}</Button>}
      <ReasonDialog
        title={t('classes.part.resignTitle')}
        deed={t('classes.part.resign')}
        hint={t('classes.part.resignHint')}
        opened={open}
        onClose={() => setOpen(false)}
        problem={resign.problem}
        onGiven={async (reason) => {
          const params = { classId, nominationId: mySeat.nominationId }
          if (await resign.send({ params, body: { reason } })) setOpen(false)
        }}
      />
    </Note>
  )
}
