import type { QuestionFigures } from '../../domain/feedback/own-answers.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'

type Count = QuestionFigures['counts'][number]

/** Counts by choice or step with their share, and the middle of numbers, in one table. */
export function QuestionCounts({ figures }: { figures: QuestionFigures }) {
  const t = useText()
  const { counts, numbers, question, answered } = figures
  const share = (units: number) => `${writeNumber(Math.round((units * 1000) / answered) / 10)}%`
  return (
    <>
      {numbers && (
        <p>
          {t('feedback.ownAnswers.mean', {
            mean: writeNumber(numbers.mean),
            median: writeNumber(numbers.median),
            least: writeNumber(numbers.least),
            most: writeNumber(numbers.most),
          })}
          {question.kind === 'NUMBER' &&
            `. ${t('feedback.ownAnswers.sum', {
              sum: writeNumber(numbers.sum),
              measuredIn: question.measuredIn,
            })}`}
        </p>
      )}
      {counts.length > 0 && (
        <DataTable<Count>
          label={question.label}
          rows={counts}
          rowKey={({ value }) => value}
          columns={[
            col({
              id: 'value',
              head: t('feedback.ownAnswers.value'),
              rowHead: true,
              cell: (count) => labelOf(count, figures),
            }),
            col({
              id: 'units',
              head: t('feedback.ownAnswers.units'),
              right: true,
              cell: ({ units }) => writeNumber(units),
            }),
            col({
              id: 'share',
              head: t('feedback.ownAnswers.share'),
              right: true,
              cell: ({ units }) => (answered > 0 ? share(units) : null),
            }),
          ]}
        />
      )}
    </>
  )
}

/** The ends of a scale say what they mean. */
function labelOf({ value, label }: Count, { question, counts }: QuestionFigures): string {
  if (question.kind !== 'SCALE') return label
  const words =
    value === counts[0]?.value
      ? question.lowest
      : value === counts.at(-1)?.value
        ? question.highest
        : ''
  return words ? `${label} (${words})` : label
}
