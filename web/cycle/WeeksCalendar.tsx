import type { CycleView } from '../../domain/cycle/cycle.contract.ts'
import { dateOf, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { sayKey, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import styles from './cycle.module.css'
import { saveCalendarFile } from './calendar-file.ts'
import { isLocked, type WeekDay, weeksOf } from './weeks.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The coming weeks as a wall calendar; on phones, as a list of what comes. */
export function WeeksCalendar({ view }: { view: CycleView }) {
  const t = useText()
  const weeks = weeksOf(view)
  const coming = weeks.flat().filter((each) => each.moments.length > 0 && each.on >= view.today)
  return (
    <section aria-label={t('cycle.pages.cycle.weeks')}>
      <table className={styles.cal}>
        <caption>{t('cycle.pages.cycle.weeks')}</caption>
        <thead>
          <tr>
            {weekdays.map((number) => (
              <th key={number} scope="col">
                <abbr title={sayKey(`cycle.pages.cycle.weekdaysLong.${number}`) ?? ''}>
                  {sayKey(`cycle.pages.cycle.weekdays.${number}`)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.on}>
              {week.map((each, index) => (
                <DayCell key={each.on} each={each} isFirst={index === 0 || dateOf(each.on) === 1} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.agenda}>
        {coming.flatMap((each) =>
          each.moments.map((moment) => (
            <li key={moment.moment} className={isLocked(moment) ? styles.key : undefined}>
              <b>{weekdayAndDay(each.on)}</b>
              <span>{sayKey(`cycle.moments.${moment.moment}`)}</span>
            </li>
          )),
        )}
      </ul>
      <p className={`small ${styles.below}`}>
        {t('cycle.pages.cycle.locked')}{' '}
        <Button kind="text" onClick={() => saveCalendarFile(view)}>
          {t('cycle.pages.cycle.ics')}
        </Button>
      </p>
    </section>
  )
}

function DayCell({ each, isFirst }: { each: WeekDay; isFirst: boolean }) {
  const t = useText()
  const { holiday, moments, isToday } = each
  return (
    <td className={classOf(each)} aria-current={isToday ? 'date' : undefined}>
      <span className={styles.dd}>
        {isFirst || isToday ? writeDayAndMonth(each.on) : dateOf(each.on)}
      </span>
      {isToday && <span className={styles.ev}>{t('cycle.pages.cycle.today')}</span>}
      {holiday && (
        <span className={styles.ev} title={holiday.name}>
          {t(holiday.kind === 'OFF' ? 'cycle.pages.cycle.off' : 'cycle.pages.cycle.makeUp')}
        </span>
      )}
      {moments.map((moment) => (
        <span key={moment.moment} className={styles.ev}>
          {sayKey(`cycle.pages.cycle.momentsShort.${moment.moment}`)}
        </span>
      ))}
    </td>
  )
}

function classOf({ moments, isOff, isToday }: WeekDay): string {
  const held = moments.some(isLocked) ? styles.locked : moments.length > 0 && styles.moment
  return [held, isOff && styles.off, isToday && styles.today].filter(Boolean).join(' ')
}
