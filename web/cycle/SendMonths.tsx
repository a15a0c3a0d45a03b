import { useState } from 'react'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import type { UnitMovementView } from '../../domain/cycle/movement.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'

/** The head sends all months that its staff has written. */
export function SendMonths({ view: { months, planYear, unitId } }: { view: UnitMovementView }) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const send = useDeed(routes.sendMovement, {
    onDone: () => {
      toast(t('cycle.movement.sent'))
      setAsked(false)
    },
  })
  const written = months.filter(({ state }) => state === 'DRAFT').map(({ month }) => month)
  if (written.length === 0) return <p className="small">{t('cycle.movement.nothingToSend')}</p>
  const deed = t('cycle.movement.send', { count: written.length })
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {deed}
      </Button>
      <Dialog title={t('cycle.movement.sendTitle')} opened={asked} onClose={() => setAsked(false)}>
        <p>{t('cycle.movement.sendBody', { months: written.join(', ') })}</p>
        <ProblemNote problem={send.problem} />
        <div className="row">
          <Button
            kind="primary"
            sending={send.sending}
            onClick={() =>
              void send.send({ params: { planYear, unitId }, body: { months: written } })
            }
          >
            {deed}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('shell.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
