import { useParams } from '@tanstack/react-router'
import { useMe } from '../app/me.ts'
import { AnswerPage } from './AnswerPage.tsx'
import { AssistedPage } from './AssistedPage.tsx'
import { BoardPage } from './BoardPage.tsx'
import { RehearsalPage } from './RehearsalPage.tsx'
import { useFeedbackSearch } from './search.ts'

/** One address: a unit writes its answer; the offices see who has answered, or try the form. */
export function FeedbackPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback' })
  const { grants } = useMe()
  const { search } = useFeedbackSearch()
  const isOfUnit = grants.some(({ role }) => role === 'unitDrafter' || role === 'unitHead')
  if (isOfUnit) return <AnswerPage year={Number(year)} />
  if (search.assisted) return <AssistedPage answerId={search.assisted} year={Number(year)} />
  return search.rehearsal ? (
    <RehearsalPage year={Number(year)} />
  ) : (
    <BoardPage year={Number(year)} />
  )
}
