import { dayOfInstant, timeOfInstant, yearOf } from '../domain/grammar/day.ts'
import type { useText } from './text.ts'
import { weekdayAndDay } from './weekday.ts'

/** '08:00 thứ Hai 07/12/2026'. */
export function openingWords(at: string): string {
  const on = dayOfInstant(at)
  return `${timeOfInstant(at)} ${weekdayAndDay(on)}/${yearOf(on)}`
}

/** Among what is looked through before somebody agrees: at once, or when. */
export function opensAnswer(opensAt: string | null, t: ReturnType<typeof useText>) {
  return {
    question: t('draft.publish.opens'),
    answer: opensAt ? openingWords(opensAt) : t('draft.publish.opensNow'),
  }
}
