import type { BoardView } from '../../domain/feedback/board.contract.ts'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import { useFeedbackSearch } from './search.ts'

/** The way to the first round, and back, where units were asked twice. */
export function RoundTabs({ view }: { view: BoardView }) {
  const t = useText()
  const { go } = useFeedbackSearch()
  if (view.rounds < 2) return null
  return (
    <FilterTabs
      label={t('feedback.reopening.rounds')}
      value={String(view.number)}
      onChoose={(round) => go({ round: Number(round), page: undefined, status: undefined })}
      tabs={Array.from({ length: view.rounds }, (_, index) => ({
        value: String(index + 1),
        label: t('feedback.reopening.round', { number: index + 1 }),
      }))}
    />
  )
}
