import { useParams } from '@tanstack/react-router'
import { useMe } from '../app/me.ts'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { Loading } from '../kit/States.tsx'
import { useFeedbackSearch } from './search.ts'

// four pages, of which each reader needs one
const AnswerPage = fetchedLater(
  () => import('./AnswerPage.tsx').then((page) => page.AnswerPage),
  () => <Loading />,
)
const AssistedPage = fetchedLater(
  () => import('./AssistedPage.tsx').then((page) => page.AssistedPage),
  () => <Loading />,
)
const BoardPage = fetchedLater(
  () => import('./BoardPage.tsx').then((page) => page.BoardPage),
  () => <Loading />,
)
const RehearsalPage = fetchedLater(
  () => import('./RehearsalPage.tsx').then((page) => page.RehearsalPage),
  () => <Loading />,
)

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
