import type { SummaryView } from '../../domain/approval/approval.contract.ts'
import { dayOfInstant, writePaperDate } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useMe } from '../app/me.ts'
import { Icon } from '../kit/Icon.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import type { Submitted } from './words.ts'

/** Half a page: the numbers against last year, what is new, what became of the comments. */
export function SummarySheet({ dossier }: { dossier: Submitted }) {
  const t = useText()
  const { federation } = useMe()
  const { plan, summary, approval } = dossier
  const date = writePaperDate(dayOfInstant(approval.openedAt))
  const department = summary.departmentName ?? federation.shortName
  return (
    <Sheet className={styles.sum} label={plan.title}>
      <div className="org">
        <b className="ul">{federation.name}</b>
        <b className="ul">{t('approval.summary.heading')}</b>
      </div>
      <h2 className={`ptitle ${styles.title}`}>{plan.title}</h2>
      <p className={styles.by}>{t('approval.summary.by', { department, date })}</p>
      <Numbers summary={summary} year={plan.planYear} />
      <h3>{t('approval.summary.newPoints')}</h3>
      {summary.newPoints.length === 0 && <p>{t('approval.summary.noNewPoints')}</p>}
      <ol className={styles.points}>
        {summary.newPoints.map((point) => (
          <li key={point.code}>
            <b>{point.code}</b>
            <span>{point.text}</span>
          </li>
        ))}
      </ol>
      <CommentCounts summary={summary} />
    </Sheet>
  )
}

type Row = { key: string; name: string; lastYear: number | null; thisYear: number | null }

function Numbers({ summary, year }: { summary: SummaryView; year: number }) {
  const t = useText()
  return (
    <table className={styles.chg}>
      <thead>
        <tr>
          <th scope="col">{t('approval.summary.against')}</th>
          <th scope="col">{year - 1}</th>
          <th scope="col">{year}</th>
          <th scope="col">{t('approval.summary.change')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(summary, t).map(({ key, name, lastYear, thisYear }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={styles.old}>{lastYear === null ? '' : writeNumber(lastYear)}</td>
            <td className={styles.new}>
              <Icon name="arrow-right" />
              {thisYear === null ? '' : writeNumber(thisYear)}
            </td>
            <td className={styles.delta}>{changeWords(lastYear, thisYear, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Words = ReturnType<typeof useText>

function rowsOf({ totals, targets }: SummaryView, t: Words): Row[] {
  if (totals) {
    const million = (dong: number | null) => (dong === null ? null : Math.round(dong / 1_000_000))
    const { classes, trainees, budgetDong } = totals
    return [
      { key: 'classes', name: t('approval.summary.classes'), ...classes },
      { key: 'trainees', name: t('approval.summary.trainees'), ...trainees },
      {
        key: 'budget',
        name: t('approval.summary.budget'),
        lastYear: million(budgetDong.lastYear),
        thisYear: million(budgetDong.thisYear),
      },
    ]
  }
  return targets.map(({ code, text, lastYear, thisYear }) => ({
    key: code,
    name: text,
    lastYear,
    thisYear,
  }))
}

function changeWords(lastYear: number | null, thisYear: number | null, t: Words): string {
  if (lastYear === null || thisYear === null) return ''
  if (lastYear === thisYear) return t('approval.summary.same')
  const number = writeNumber(Math.abs(thisYear - lastYear))
  return t(thisYear > lastYear ? 'approval.summary.more' : 'approval.summary.less', { number })
}

function CommentCounts({
  summary: { comments, commentingUnits, byDisposition },
}: {
  summary: SummaryView
}) {
  const t = useText()
  if (comments === 0) return <h3>{t('approval.summary.noComments')}</h3>
  const { ACCEPTED = 0, PARTLY = 0, NOT_ACCEPTED = 0 } = byDisposition
  return (
    <>
      <h3>
        {t('approval.summary.comments', {
          comments: writeNumber(comments),
          units: writeNumber(commentingUnits),
        })}
      </h3>
      <p>
        {t('approval.summary.counts', {
          accepted: ACCEPTED,
          partly: PARTLY,
          not: NOT_ACCEPTED,
          other: comments - ACCEPTED - PARTLY - NOT_ACCEPTED,
        })}
      </p>
    </>
  )
}
