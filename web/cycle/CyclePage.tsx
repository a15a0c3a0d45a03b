import { Link, useParams } from '@tanstack/react-router'
import { cycleRoutes, type CycleView } from '../../domain/cycle/cycle.contract.ts'
import type { HistoryView } from '../../domain/cycle/history.contract.ts'
import { dayOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { tell } from '../app/deed-words.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import styles from './cycle.module.css'
import { CycleDeeds } from './CycleDeeds.tsx'
import { CyclePapers } from './CyclePapers.tsx'
import { toneOf } from './state-tone.ts'
import { WaitingList } from './WaitingList.tsx'
import { WeeksCalendar } from './WeeksCalendar.tsx'

/** The year: its stations, whom it waits for, the coming weeks, what was just done, its papers. */
export function CyclePage() {
  const planYear = useCycleYear()
  const cycle = useReading(cycleRoutes.cycle, { params: { planYear } })
  return <Shown reading={cycle}>{(view) => <Cycle view={view} />}</Shown>
}

export function useCycleYear(): number {
  const { year } = useParams({ strict: false })
  return Number(year)
}

function Cycle({ view }: { view: CycleView }) {
  const t = useText()
  const { planYear } = view
  return (
    <>
      <PageHead
        title={t('cycle.pages.cycle.title', { planYear })}
        crumbs={[
          {
            label: t('cycle.pages.cycle.crumb'),
            link: <Link to="/">{t('cycle.pages.inbox.title')}</Link>,
          },
          { label: t('cycle.pages.cycle.year', { planYear }) },
        ]}
        state={
          <StateWord tone={toneOf(view.state)} head>
            {sayKey(`cycle.planStates.${view.state}`) ?? view.state}
          </StateWord>
        }
        deeds={<CycleDeeds view={view} />}
      />
      <YearRibbon full year={planYear} ribbon={view.ribbon} />
      <div className={styles.two}>
        <section aria-labelledby="waiting">
          <h2 id="waiting" className={styles.sec}>
            {t('cycle.pages.cycle.waiting')}
          </h2>
          <WaitingList rows={view.waiting} />
          <Recent view={view} />
        </section>
        <WeeksCalendar view={view} />
      </div>
      <CyclePapers view={view} />
    </>
  )
}

function Recent({ view }: { view: CycleView }) {
  const t = useText()
  return (
    <>
      <h3 className={styles.recentHead}>{t('cycle.pages.cycle.recent')}</h3>
      {view.recent.length === 0 ? (
        <p className="small">{t('cycle.pages.cycle.recentNone')}</p>
      ) : (
        <ul className={styles.recent}>
          {view.recent.map((entry) => (
            <li key={entry.entryId}>
              <time dateTime={entry.at}>
                {whenOf(entry, view.today, t('cycle.pages.inbox.today'))}
              </time>
              <p>
                <Told entry={entry} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.below}>
        <Link to="/cycles/$year/history" params={{ year: String(view.planYear) }}>
          {t('cycle.pages.cycle.allHistory')}
        </Link>
      </p>
    </>
  )
}

function whenOf({ at }: HistoryView, today: string, todayWord: string): string {
  const on = dayOfInstant(at)
  return on === today ? todayWord : writeDayAndMonth(on)
}

function Told({ entry }: { entry: HistoryView }) {
  const { actor, deed } = tell(entry)
  return `${actor} ${deed}`
}
