import { day, writeDay } from '../../domain/grammar/day.ts'
import { resultsRoutes, type StationEndView } from '../../domain/reward/results.contract.ts'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'

/** Before a station ends early: what it leaves, by name, and where that goes. */
export function LeftBehind({ planYear }: { planYear: number }) {
  const t = useText()
  const { data } = useReading(resultsRoutes.stationEnd, { params: { planYear } })
  if (!data) return null
  const { classes, lines, inspections } = data
  const isAny = classes.length + lines.length + inspections.length > 0
  const offered = lines.length + classes.filter(({ isOfLine }) => isOfLine).length
  return (
    <section aria-label={t('reward.results.leftBehind')}>
      <h3>{t('reward.results.leftBehind')}</h3>
      {!isAny && <p>{t('reward.results.nothingLeft')}</p>}
      <Group
        lead={t('reward.results.classesLeft', { count: classes.length })}
        rows={classes.map((each) => classWords(t, each))}
      />
      <Group
        lead={t('reward.results.linesLeft', { count: lines.length })}
        rows={lines.map((line) => t('reward.results.lineOf', line))}
      />
      {offered > 0 && <p>{t('reward.results.offered', { count: offered })}</p>}
      <Group
        lead={t('reward.results.inspectionsLeft', { count: inspections.length })}
        rows={inspections.map(({ unitName, state }) =>
          t('reward.results.inspectionOf', {
            unitName,
            state: sayKey(`inspection.states.${state}`) ?? '',
          }),
        )}
      />
    </section>
  )
}

function classWords(
  t: ReturnType<typeof useText>,
  { code, title, state, startsOn }: StationEndView['classes'][number],
): string {
  const words = { code, title, state: sayKey(`classes.states.${state}`) ?? '' }
  return startsOn
    ? t('reward.results.classOn', { ...words, day: writeDay(day(startsOn)) })
    : t('reward.results.classOpen', words)
}

function Group({ lead, rows }: { lead: string; rows: readonly string[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <p>{lead}</p>
      <ul className="plain">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </>
  )
}
