import { useState } from 'react'
import type { HolidayView } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { fullDay } from './words.ts'

/** The computed days off stand as they were decreed: shown once more, then confirmed together. */
export function ConfirmHolidays(props: { year: number; holidays: readonly HolidayView[] }) {
  const { year, holidays } = props
  const t = useText()
  const [asking, setAsking] = useState(false)
  const confirm = useDeed(cycleRoutes.confirmHolidays, {
    onDone: ({ confirmed }) => {
      announce(t('cycle.pages.calendar.confirmed', { count: confirmed }))
      setAsking(false)
    },
  })
  const title = t('cycle.pages.calendar.confirmYear', { year })
  return (
    <>
      <Button kind="primary" onClick={() => setAsking(true)}>
        {title}
      </Button>
      <Dialog title={title} opened={asking} onClose={() => setAsking(false)}>
        <p>{t('cycle.pages.calendar.confirmLead')}</p>
        <ul className="plain">
          {holidays
            .filter(({ provisional }) => provisional)
            .map(({ day, name }) => (
              <li key={day}>
                {fullDay(day)}: {name}
              </li>
            ))}
        </ul>
        <ProblemNote problem={confirm.problem} />
        <div className="row">
          <Button
            kind="primary"
            sending={confirm.sending}
            onClick={() => void confirm.send({ body: { year } })}
          >
            {t('cycle.pages.cycle.confirm')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('cycle.pages.cycle.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
