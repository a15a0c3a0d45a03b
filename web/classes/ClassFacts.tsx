import type { ReactNode } from 'react'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { useText } from '../text.ts'
import { dayOf, instantWords } from './class-words.ts'
import look from './classes.module.css'

type Props = { view: ClassView }
type Row = [head: string, value: ReactNode]

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className={look.kv}>
      {rows.map(([head, value]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the class is: its line, its people, its rule. */
export function ClassFacts({ view }: Props) {
  const t = useText()
  const lecturers = [...new Set(view.sessions.flatMap(({ lecturerName }) => lecturerName ?? []))]
  const rows: Row[] = [
    [t('classes.page.planLine'), useLine(view)],
    [t('classes.page.audience'), view.audience],
    [
      t('classes.page.organiser'),
      view.partnerName
        ? t('classes.page.with', { organiser: view.organiserName, partner: view.partnerName })
        : view.organiserName,
    ],
    [t('classes.page.rule'), useRule(view)],
    [
      t('classes.page.release'),
      t(view.needsRelease ? 'classes.page.releaseNeeded' : 'classes.page.releaseNot'),
    ],
    ...(lecturers.length > 0
      ? [[t('classes.page.lecturers'), lecturers.join(', ')] satisfies Row]
      : []),
    ...(view.openedBy
      ? [[t('classes.page.contact'), <Contact key="c" view={view} />] satisfies Row]
      : []),
  ]
  return (
    <section aria-label={t('classes.page.facts')}>
      <h2>{t('classes.page.facts')}</h2>
      <Rows rows={rows} />
    </section>
  )
}

function useLine({ lineCode, planNumber }: ClassView): string {
  const t = useText()
  if (lineCode === null) return t('classes.page.ownClass')
  const line = t('classes.page.planLineOf', { line: lineCode })
  return planNumber ? line + t('classes.page.ofPlan', { number: planNumber }) : line
}

function useRule(view: ClassView): string {
  const t = useText()
  const percent = view.minAttendancePercent
  return view.testRequired
    ? t('classes.page.ruleTest', { percent, pass: view.passMark, most: view.maxMark })
    : t('classes.page.ruleAttendance', { percent })
}

function Contact({ view: { openedBy, contactPhone } }: Props) {
  return (
    <>
      {openedBy}
      {contactPhone && (
        <>
          , <a href={`tel:${contactPhone.replaceAll(/[^\d+]/g, '')}`}>{contactPhone}</a>
        </>
      )}
    </>
  )
}

/** The waits before the class, and when they really ended. */
export function ClassDates({ view }: Props) {
  const t = useText()
  const early = (due: string, ended: string | null) =>
    ended && ended < due ? t('classes.page.early', { day: dayOf(ended) }) : instantWords(due)
  const rows: Row[] = [
    [t('classes.page.opensAt'), instantWords(view.nominationsOpenAt)],
    [t('classes.page.dueAt'), early(view.nominationsDueAt, view.nominationsClosedAt)],
    ...(view.releaseDueAt
      ? [
          [
            t('classes.page.releaseAt'),
            early(view.releaseDueAt, view.releasesClosedAt),
          ] satisfies Row,
        ]
      : []),
    [t('classes.page.listAt'), early(view.listDueAt, view.listFixedAt)],
  ]
  return (
    <section aria-label={t('classes.page.days')}>
      <h2>{t('classes.page.days')}</h2>
      <Rows rows={rows} />
    </section>
  )
}
