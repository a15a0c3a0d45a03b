import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { store, useStore } from '../store.ts'
import { useRunningYear, useYears } from './readings.ts'

const rememberedAt = 'training.year'

/** The year of the thing on the page, where the address names the thing and not its year. */
const ofPage = store<number | null>(null)

export function useYearOfPage(planYear: number): void {
  useEffect(() => {
    ofPage.set(planYear)
    return () => ofPage.set(null)
  }, [planYear])
}

/** The year that is looked at: of the address or its thing, else the last looked at, else the running one. */
export function useYear(): number | null {
  const { year } = useParams({ strict: false }) as { year?: string | number }
  const ofThing = useStore(ofPage)
  const years = useYears()
  const running = useRunningYear()
  if (year !== undefined) {
    localStorage.setItem(rememberedAt, String(year))
    return Number(year)
  }
  if (ofThing !== null) return ofThing
  const remembered = Number(localStorage.getItem(rememberedAt))
  return years.includes(remembered) ? remembered : running
}
