import { useParams } from '@tanstack/react-router'
import { useRunningYear, useYears } from './readings.ts'

const rememberedAt = 'training.year'

/** The year that is looked at: of the address, else the last one looked at, else the running one. */
export function useYear(): number | null {
  const { year } = useParams({ strict: false }) as { year?: string | number }
  const years = useYears()
  const running = useRunningYear()
  if (year !== undefined) {
    localStorage.setItem(rememberedAt, String(year))
    return Number(year)
  }
  const remembered = Number(localStorage.getItem(rememberedAt))
  return years.includes(remembered) ? remembered : running
}
