import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type OwnAnswerRow,
  ownAnswersRoutes as routes,
} from '../../domain/feedback/own-answers.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

const size = 50

/** Every unit's answer to one question, each with the way to the whole signed answer. */
type Props = { planYear: number; round: number | undefined; question: OwnQuestion }

export function OwnAnswerRows({ planYear, round, question }: Props) {
  const t = useText()
  const [page, setPage] = useState(1)
  const reading = useReading(routes.ownAnswers, {
    params: { planYear },
    query: { ...(round && { round }), question: question.id, page, size },
  })
  const year = String(planYear)
  const found = reading.data?.found ?? 0
  return (
    <DataTable<OwnAnswerRow>
      label={t('feedback.ownAnswers.rowsOf', { question: question.label })}
      rows={reading.data?.rows}
      error={reading.error}
      onRetry={() => void reading.refetch()}
      rowKey={({ answerId }) => answerId}
      paging={{
        summary: t('feedback.board.showing', { shown: reading.data?.rows.length ?? 0, found }),
        ...(page > 1 && { onPrevious: () => setPage(page - 1) }),
        ...(page * size < found && { onNext: () => setPage(page + 1) }),
      }}
      columns={[
        col({
          id: 'unit',
          head: t('feedback.ownAnswers.unit'),
          rowHead: true,
          cell: ({ answerId, unitName }) => (
            <Link to="/cycles/$year/feedback/answers/$answerId" params={{ year, answerId }}>
              {unitName}
            </Link>
          ),
        }),
        col({
          id: 'words',
          head: t('feedback.ownAnswers.value'),
          right: question.kind === 'NUMBER' || question.kind === 'SCALE',
          cell: ({ words }) => words,
        }),
        col({
          id: 'version',
          head: t('feedback.ownAnswers.formVersion'),
          right: true,
          cell: ({ formVersion }) => formVersion,
        }),
      ]}
    />
  )
}
