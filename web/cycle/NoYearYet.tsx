import { useState } from 'react'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Empty } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { OpenNext } from './CycleDeeds.tsx'

/** Before the first year: when it opens by itself, and for a leader the way to open it now. */
export function NoYearYet() {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { data } = useReading(cycleRoutes.cycles, {})
  if (!data || data.cycles.length > 0) return null
  const { mayOpen } = data
  return (
    <>
      <Empty
        deed={
          mayOpen !== null && (
            <Button kind="primary" onClick={() => setAsking(true)}>
              {t('cycle.pages.cycle.openNext', { planYear: mayOpen })}
            </Button>
          )
        }
      >
        {t('cycle.pages.cycle.none')} {t('cycle.pages.cycle.noneLead')}
      </Empty>
      {mayOpen !== null && (
        <OpenNext planYear={mayOpen} opened={asking} onClose={() => setAsking(false)} />
      )}
    </>
  )
}
