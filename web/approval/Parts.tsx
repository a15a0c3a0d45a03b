import { useState } from 'react'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import type { PlanContent, PrintedLine } from '../../domain/draft/plan-content.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { Pager } from '../kit/table/Pager.tsx'
import { type Place, turns } from '../kit/table/turns.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import type { Submitted } from './words.ts'

type Props = { dossier: Submitted }

/** What differs from the text that the units were asked about. */
export function Changes({ dossier: { plan, approval } }: Props) {
  const t = useText()
  const found = useReading(revisionRoutes.comparison, {
    params: { planId: plan.id },
    query: { to: approval.version },
  })
  return (
    <Shown reading={found}>
      {({ places }) => (
        <>
          <h2>{t('approval.tabs.changes')}</h2>
          {places.length === 0 && <Empty>{t('approval.summary.noNewPoints')}</Empty>}
          {places.map(({ kind, code, heading, before, after, comments }) => (
            <section key={`${kind} ${code}`}>
              <h3>
                {code && kind !== 'LEGAL_BASIS' && `${code}. `}
                {heading}
              </h3>
              <Sheet className={styles.changed}>
                <WordDiff before={before ?? ''} after={after ?? ''} mode="changes" counts />
              </Sheet>
              <p className="small">
                {comments.map(({ unitName, number }) => `${unitName} (${number})`).join('; ')}
              </p>
            </section>
          ))}
        </>
      )}
    </Shown>
  )
}

export function Unaccepted({ dossier }: Props) {
  const t = useText()
  const params = { approvalId: dossier.approval.id }
  const [place, setPlace] = useState<Place>({})
  const found = useReading(routes.unaccepted, { params, query: place })
  return (
    <Shown reading={found}>
      {({ comments, total, ...page }) => (
        <>
          <h2>{t('approval.tabs.unaccepted')}</h2>
          {comments.length === 0 && <Empty>{t('approval.unaccepted.none')}</Empty>}
          <ul className="plain">
            {comments.map((comment) => (
              <li key={comment.id}>
                <b>{comment.unitName}</b> <span className="small">{comment.number}</span>
                <p>
                  {comment.placeCode && `${comment.placeCode}. `}
                  {comment.text}
                </p>
                <p>
                  <b>{t(`revision.dispositions.${comment.disposition}`)}.</b>{' '}
                  {comment.explanation
                    ? t('approval.unaccepted.reason', { text: comment.explanation })
                    : t('approval.unaccepted.noReason')}
                </p>
              </li>
            ))}
          </ul>
          {total > comments.length && (
            <Pager
              {...turns(
                page,
                t('approval.unaccepted.shown', {
                  shown: writeNumber(comments.length),
                  total: writeNumber(total),
                }),
                setPlace,
              )}
            />
          )}
        </>
      )}
    </Shown>
  )
}

export function Money({ dossier }: Props) {
  const t = useText()
  const params = { approvalId: dossier.approval.id }
  const found = useReading(routes.dossierText, { params })
  return (
    <Shown reading={found}>
      {({ content }) =>
        content.classLines.length > 0 ? (
          <Budget content={content} />
        ) : (
          <Empty>{t('approval.money.none')}</Empty>
        )
      }
    </Shown>
  )
}

function Budget({ content: { classLines, totals } }: { content: PlanContent }) {
  const t = useText()
  const right = (id: string, head: string, value: (line: PrintedLine) => number | null) =>
    col<PrintedLine>({
      id,
      head,
      right: true,
      cell: (line) => {
        const number = value(line)
        return number === null ? '' : writeNumber(number)
      },
    })
  return (
    <>
      <h2>{t('approval.tabs.money')}</h2>
      <DataTable
        label={t('approval.money.caption')}
        rows={classLines}
        rowKey={(line) => line.code}
        columns={[
          col<PrintedLine>({
            id: 'topic',
            head: t('approval.money.topic'),
            rowHead: true,
            cell: (line) => `${line.code}. ${line.topic}`,
          }),
          right('seats', t('approval.money.seats'), (line) => line.seats),
          right('days', t('approval.money.days'), (line) => line.days),
          right('lastYear', t('approval.money.lastYear'), (line) => line.lastYearBudgetDong),
          right('budget', t('approval.money.budget'), (line) => line.budgetDong),
        ]}
      />
      <p>
        <b>
          {t('approval.money.total')}: {writeNumber(totals.budgetDong)}
        </b>
      </p>
    </>
  )
}
