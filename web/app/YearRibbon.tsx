import { Link } from '@tanstack/react-router'
import {
  cycleRoutes,
  type RibbonView,
  type StationView,
} from '../../domain/cycle/cycle.contract.ts'
import { day, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { PhaseRibbon, type RibbonStep, SlimRibbon } from '../kit/PhaseRibbon.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'

type Props = { year: number; full?: boolean; ribbon?: RibbonView }

/** The eight stations of a year: full on the page of the cycle, one line everywhere else. */
export function YearRibbon({ year, full = false, ribbon }: Props) {
  const t = useText()
  const { data } = useReading(
    cycleRoutes.ribbon,
    { params: { planYear: year } },
    { enabled: ribbon === undefined },
  )
  const view = ribbon ?? data
  if (!view) return null
  const Shape = full ? PhaseRibbon : SlimRibbon
  return (
    <Shape
      label={t('shell.ribbon.label', { year })}
      steps={view.stations.map((station) => stepOf(station, view, t))}
      link={(step, className, children) => (
        <Link className={className} to={step.href ?? '/'}>
          {children}
        </Link>
      )}
    />
  )
}

type Words = ReturnType<typeof useText>

function stepOf(station: StationView, view: RibbonView, t: Words): RibbonStep {
  const { count } = station
  const counted = count && countWords(count, t)
  const days = station.state === 'now' ? view.workingDaysLeft : null
  const withDays = (words: 'daysLeft' | 'daysLeftShort') =>
    [counted, days !== null && t(`shell.ribbon.${words}`, { days })].filter(Boolean).join(', ')
  return {
    key: station.phase,
    name: sayKey(`cycle.phases.${station.phase}`) ?? station.phase,
    state: station.state,
    dates: datesOf(station, t),
    count: withDays('daysLeft'),
    countShort: withDays('daysLeftShort'),
    part: count && count.total > 0 ? (count.done ?? 0) / count.total : 0,
    href: `/cycles/${view.planYear}`,
  }
}

/** A station that was left before its first day keeps no days of its own. */
function datesOf({ skipped, from, to, state }: StationView, t: Words): string {
  if (skipped) return t('shell.ribbon.skipped')
  const days = [from, to].flatMap((each) => (each ? [writeDayAndMonth(day(each))] : []))
  return days.length === 0 && state === 'done' ? t('shell.ribbon.leftEarly') : days.join('–')
}

function countWords(count: NonNullable<StationView['count']>, t: Words): string {
  const { done, total, of } = count
  const number = done === null ? writeNumber(total) : `${writeNumber(done)}/${writeNumber(total)}`
  return t(`shell.ribbon.${of}`, { number })
}
