import { day, dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { InspectionRowView, RemedyView } from '../../domain/inspection/views.contract.ts'
import type { StateTone } from '../kit/StateWord.tsx'

export const dayWords = (written: string) => writeDay(day(written))

/** '10:05 ngày 20/5/2027' without words of a language: '20/5/2027 10:05'. */
export const momentWords = (at: string) => `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`

export const toneOf = {
  PLANNED: 'not',
  ANNOUNCED: 'now',
  SELF_REPORT_IN: 'now',
  ON_SITE: 'now',
  MINUTES_SIGNED: 'now',
  RESULT_DRAFT: 'now',
  COMMITTEE_PASSED: 'now',
  NOTICE_ISSUED: 'now',
  FOLLOW_UP: 'soon',
  CLOSED: 'done',
  CANCELLED: 'not',
} as const satisfies Record<InspectionRowView['state'], StateTone>

export function remedyTone({ state, isOverdue }: RemedyView): StateTone {
  if (isOverdue) return 'act'
  if (state === 'CLOSED') return 'done'
  return state === 'DRAFT' ? 'not' : state === 'ANSWERED' ? 'now' : 'soon'
}

export const scoreWords = (score: number) => String(score).replace('.', ',')
